using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace NcpSearchEngine.Reports;

/// <summary>Writes a report as JSON; docs/report.schema.json tells what is in it. Names and states are English in every language.</summary>
internal static class JsonReport
{
    /// <summary>Changes when something that was there is gone or means something else; what is only added changes nothing.</summary>
    private const int SchemaVersion = 1;

    internal static void Write(WaitReport report, Stream stream)
    {
        using Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteString("verdict", report.Verdict.ToString());
        writer.WriteBoolean("isFinal", report.IsFinal);
        writer.WriteString("beganAt", report.BeganAt);
        writer.WriteString("reportedAt", report.At);
        writer.WriteStartArray("clusters");
        foreach (ClusterReport cluster in report.Clusters)
        {
            Write(cluster, writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(ClusterReport cluster, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("serviceGroupInstanceNo", cluster.ServiceGroupInstanceNo);
        writer.WriteString("clusterName", cluster.ClusterName);
        writer.WriteString("session", cluster.Session);
        writer.WriteString("outcome", cluster.Outcome.ToString());
        writer.WriteString("state", cluster.State);
        writer.WriteString("currentVersionCode", cluster.CurrentVersionCode);
        writer.WriteString("targetVersionCode", cluster.TargetVersionCode);
        Write("requestedAt", cluster.RequestedAt, writer);
        Write("completedAt", cluster.CompletedAt, writer);
        Write("estimatedCompletionAt", cluster.EstimatedCompletionAt, writer);
        Write("readAt", cluster.ReadAt, writer);
        Write("durationSeconds", cluster.Duration, writer);
        writer.WriteNumber("expectedNodeCount", cluster.ExpectedNodeCount);
        writer.WriteNumber("completedCount", cluster.CompletedCount);
        writer.WriteNumber("failedCount", cluster.FailedCount);
        writer.WriteNumber("percentComplete", cluster.PercentComplete);
        writer.WriteString("errorId", cluster.ErrorId);
        writer.WriteString("message", cluster.Message);
        writer.WriteString("requestId", cluster.RequestId);
        writer.WriteStartArray("nodes");
        foreach (NodeReport node in cluster.Nodes)
        {
            writer.WriteStartObject();
            writer.WriteString("hostname", node.Hostname);
            writer.WriteString("role", node.Role);
            writer.WriteString("state", node.State);
            writer.WriteString("status", node.Status);
            Write("startedAt", node.StartedAt, writer);
            writer.WriteBoolean("isStartEstimated", node.IsStartEstimated);
            Write("endedAt", node.EndedAt, writer);
            Write("updatedAt", node.UpdatedAt, writer);
            Write("durationSeconds", node.Duration, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(string name, DateTimeOffset? time, Utf8JsonWriter writer)
    {
        if (time is { } known)
        {
            writer.WriteString(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Write(string name, TimeSpan? span, Utf8JsonWriter writer)
    {
        if (span is { } known)
        {
            writer.WriteNumber(name, (long)known.TotalSeconds);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
