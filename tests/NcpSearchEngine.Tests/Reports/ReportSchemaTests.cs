using System.Text.Json;
using Json.Schema;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Reports;

/// <summary>What docs/report.schema.json promises.</summary>
public sealed class ReportSchemaTests
{
    private static readonly EvaluationOptions _options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private static readonly JsonSchema _schema = JsonSchema.FromFile(Path.Combine(Checkout.Root, "docs", "report.schema.json"));

    public static TheoryData<string> GoldenReports => new(Directory.EnumerateFiles(ReportGoldenTests.Golden.Folder, "*.json").Select(Path.GetFileName)!);

    [Theory]
    [MemberData(nameof(GoldenReports))]
    public void Every_golden_report_keeps_it(string name)
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReportGoldenTests.Golden.Folder, name)));

        EvaluationResults results = _schema.Evaluate(report.RootElement, _options);

        Assert.True(results.IsValid, string.Join('\n', results.Details?.SelectMany(static detail => detail.Errors ?? []).Select(static error => error.ToString()) ?? []));
    }

    [Theory]
    [InlineData("\"verdict\": \"NotCompleted\"", "\"verdict\": \"Done\"")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("\"hostname\"", "\"hostName\"")]
    [InlineData("T12:00:00+09:00", " 12:00:00")]
    public void It_refuses_what_is_none(string right, string wrong)
    {
        string text = File.ReadAllText(Path.Combine(ReportGoldenTests.Golden.Folder, "three.en.json"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.False(_schema.Evaluate(report.RootElement, _options).IsValid);
    }

    [Fact]
    public void It_knows_every_member_that_is_written()
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReportGoldenTests.Golden.Folder, "three.en.json")));
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "report.schema.json")));
        JsonElement cluster = report.RootElement.GetProperty("clusters")[0], definitions = schema.RootElement.GetProperty("$defs");

        Assert.Equal(Names(schema.RootElement.GetProperty("properties")), Names(report.RootElement));
        Assert.Equal(Names(definitions.GetProperty("cluster").GetProperty("properties")), Names(cluster));
        Assert.Equal(Names(definitions.GetProperty("node").GetProperty("properties")), Names(cluster.GetProperty("nodes")[0]));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static member => member.Name);
}
