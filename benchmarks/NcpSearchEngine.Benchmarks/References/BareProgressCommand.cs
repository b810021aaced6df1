using System.Globalization;
using System.Management.Automation;
using System.Text.Json;

namespace NcpSearchEngine.Benchmarks.References;

/// <summary>The bare cmdlet: reads so many at a time, in order, and writes one object a node from a JsonDocument. No error is handled, no rule applied.</summary>
[Cmdlet(VerbsCommon.Get, "BareProgress")]
public sealed class BareProgressCommand : PSCmdlet
{
    private readonly Queue<(string No, Task<byte[]> Answer)> _reads = new();

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string No { get; set; } = string.Empty;

    [Parameter(Mandatory = true)]
    public object? Client { get; set; }

    [Parameter]
    public int ThrottleLimit { get; set; } = 5;

    protected override void ProcessRecord()
    {
        _reads.Enqueue((No, ((BareClient)((PSObject.AsPSObject(Client)).BaseObject)).ReadAsync(No)));
        if (_reads.Count == ThrottleLimit)
        {
            Write();
        }
    }

    protected override void EndProcessing()
    {
        while (_reads.Count > 0)
        {
            Write();
        }
    }

    private static DateTimeOffset Date(JsonElement text) =>
        new(DateTime.ParseExact(text.GetString()!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), TimeSpan.FromHours(9));

    private void Write()
    {
        (string no, Task<byte[]> answer) = _reads.Dequeue();
        using JsonDocument document = JsonDocument.Parse(answer.GetAwaiter().GetResult());
        JsonElement result = document.RootElement.GetProperty("result"), version = result.GetProperty("versionVo");
        string? name = result.GetProperty("name").GetString(), requestId = document.RootElement.GetProperty("requestId").GetString();
        string? current = version.GetProperty("currentVersionCode").GetString(), target = version.GetProperty("targetVersionCode").GetString();
        DateTimeOffset requested = Date(version.GetProperty("actionDate"));
        int count = result.GetProperty("nodeCount").GetInt32();
        foreach (JsonElement node in result.GetProperty("nodeStatusVoList").EnumerateArray())
        {
            string? status = node.GetProperty("status").GetString();
            WriteObject(new BareNode(
                no,
                name,
                node.GetProperty("hostname").GetString(),
                "Data",
                node.GetProperty("nodeRoleCode").GetString(),
                status == "complete" ? "Completed" : status == "running" ? "Pending" : "InProgress",
                status,
                current,
                target,
                requested,
                Date(node.GetProperty("updatedDate")),
                count,
                requestId,
                "default"));
        }
    }
}
