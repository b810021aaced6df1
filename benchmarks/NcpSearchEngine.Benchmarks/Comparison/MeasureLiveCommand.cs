using System.Management.Automation;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>The end of a pipeline: takes objects, keeps none, and can tell how much memory is in use when the last has come.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Live")]
public sealed class MeasureLiveCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    internal static bool MeasuresAtTheEnd { get; set; }

    internal static long Live { get; private set; }

    protected override void EndProcessing() => Live = MeasuresAtTheEnd ? GC.GetTotalMemory(forceFullCollection: true) : 0;
}
