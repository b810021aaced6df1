using System.Management.Automation;
using System.Runtime.ExceptionServices;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>Reads how far rolling upgrades are: one object a node, or one a cluster with <c>-Summary</c>.</summary>
[Cmdlet(VerbsCommon.Get, "NcpRollingUpgradeProgress", HelpUri = OnlineHelp.Pages + "Get-NcpRollingUpgradeProgress.md")]
[OutputType(typeof(RollingUpgradeNode), typeof(RollingUpgrade))]
public sealed class GetNcpRollingUpgradeProgressCommand : ProgressCommand
{
    private OrderedReads<ServiceResponse<Client.RollingUpgrade>>? _reads;

    /// <summary>How many clusters are read at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 5;

    private protected override void Begin() => _reads = new OrderedReads<ServiceResponse<Client.RollingUpgrade>>(ThrottleLimit, Stop);

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(reads =>
    {
        foreach (string? no in ServiceGroupInstanceNo ?? [null])
        {
            NcpSearchEngineSession session = Acquire();
            while (!reads.HasRoom)
            {
                reads.WaitForChange();
                Emit(reads);
            }

            reads.Start(no ?? string.Empty, session, token => session.Client.GetRollingUpgradeProgressAsync(no ?? string.Empty, token));
            Emit(reads);
            if (ThrottleLimit == 1)
            {
                Drain(reads);
            }
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(Drain);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reads?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Guard(Action<OrderedReads<ServiceResponse<Client.RollingUpgrade>>> action)
    {
        try
        {
            action(_reads!);
        }
        catch (NcpSearchEngineException exception)
        {
            // No session, so no further request; what was received goes out first.
            EmitReceived();
            Throw(exception);
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Drain(OrderedReads<ServiceResponse<Client.RollingUpgrade>> reads)
    {
        Emit(reads);
        while (!reads.IsEmpty)
        {
            reads.WaitForChange();
            Emit(reads);
        }
    }

    private void Emit(OrderedReads<ServiceResponse<Client.RollingUpgrade>> reads)
    {
        if (reads.FindFatal() is { } fatal)
        {
            EmitReceived();
            WarnOfClock(fatal.Session);
            Throw(fatal.Failure!, fatal.Question);
        }

        while (reads.TryTake(out var read))
        {
            Write(read);
        }
    }

    private void EmitReceived()
    {
        foreach (var read in _reads!.Abandon())
        {
            if (read.Failure is null || !ErrorRecords.IsTerminating(read.Failure))
            {
                Write(read);
            }
        }
    }

    private void Write(OrderedReads<ServiceResponse<Client.RollingUpgrade>>.Read read)
    {
        WarnOfClock(read.Session);
        if (read.Defect is not null)
        {
            ExceptionDispatchInfo.Capture(read.Defect).Throw();
        }

        if (read.Failure is not null)
        {
            WriteError(ErrorRecords.Of(read.Failure, read.Question));
            return;
        }

        ServiceResponse<Client.RollingUpgrade> answer = read.Answer!;
        if (answer.Attempts > 1)
        {
            WriteVerbose(ModuleMessages.Retried(answer.Value.ServiceGroupInstanceNo, answer.Attempts));
        }

        if (answer.Value.MissingProof is { } missing)
        {
            Warn(missing);
        }

        Emit(answer, read.Session);
    }
}
