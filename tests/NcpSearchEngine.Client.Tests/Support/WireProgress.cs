using System.Text.Json;

namespace NcpSearchEngine.Client.Tests;

/// <summary>A <c>result</c> as the service writes it. What is null is written as null.</summary>
internal sealed record WireProgress
{
    /// <summary>When the upgrade of <see cref="WireVersion"/> was asked for.</summary>
    public const string Action = "2025-03-24 17:09:41";

    /// <summary>Before <see cref="Action"/>.</summary>
    public const string Before = "2025-03-24 16:35:53";

    /// <summary>After <see cref="Action"/>.</summary>
    public const string After = "2025-03-24 17:11:28";

    private static readonly JsonSerializerOptions _camelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public string? Name { get; init; } = "cluster000";

    /// <summary>A number or a string.</summary>
    public object? NodeCount { get; init; }

    public WireVersion? VersionVo { get; init; } = new();

    public IReadOnlyList<WireNode?>? NodeStatusVoList { get; init; } = [];

    /// <summary>An upgrade of these nodes, whose number the service tells rightly.</summary>
    public static WireProgress Of(params WireNode?[] nodes) => new() { NodeCount = nodes.Length, NodeStatusVoList = nodes };

    public override string ToString() => JsonSerializer.Serialize(this, _camelCase);

    /// <summary>What the client makes of it.</summary>
    public async Task<RollingUpgrade> ReadAsync(TimeSpan? utcOffset = null)
    {
        using StubService service = new(Answer.Success(ToString()));
        using SearchEngineClient client = service.Client(configure: options => options.UtcOffset = utcOffset);
        return (await client.ReadAsync()).Value;
    }
}

/// <summary>The record of an upgrade.</summary>
internal sealed record WireVersion(
    string? CurrentVersionCode = "2140",
    string? TargetVersionCode = "2150",
    string? ActionDate = WireProgress.Action);

/// <summary>A node, by default one that this upgrade has completed.</summary>
internal sealed record WireNode(
    string? Hostname = "node-1",
    string? Status = "complete",
    string? UpdatedDate = WireProgress.After,
    string? NodeRoleCode = "D");
