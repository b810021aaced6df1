using System.Net;
using System.Text.Json;

namespace NcpSearchEngine.Emulator;

/// <summary>The emulator's own pages under <c>/_emulator/</c>: unsigned, never logged, never faulty, and only for this machine.</summary>
internal sealed class AdministrationPages(SearchEngineEmulator emulator, EmulatorClock clock)
{
    public const string Root = "/_emulator";

    /// <summary>What there is, for <c>--help</c> and the page itself.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "GET    /_emulator/                this page: clusters, faults, counts",
        "POST   /_emulator/faults          {\"fault\": RULE} or [RULE, ...]: adds faults",
        "DELETE /_emulator/faults          removes all faults",
        "GET    /_emulator/requests        the last requests (?last=100, ?cluster=NUMBER)",
        "DELETE /_emulator/requests        forgets them",
        "POST   /_emulator/clusters        {\"no\", \"name\", \"nodeCount\", \"startsAfterSeconds\" ...}: adds a live cluster",
        "                                  {\"count\": N, ...}: adds N; {\"restart\": NUMBER}: plays one again from its start",
        "DELETE /_emulator/clusters/NUMBER removes a cluster",
        "POST   /_emulator/clock           {\"offset\": TIME}: sets the service's clock wrong",
    ];

    public static bool Owns(HttpContext http) => http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext http)
    {
        if (!IsFromThisMachine(http.Connection.RemoteIpAddress))
        {
            await AnswerWriter.WriteAsync(http, GatewayError.NoRoute, clock);
            return;
        }

        try
        {
            var page = http.Request.Path.Value![Root.Length..].Trim('/').Split('/');
            var answer = (http.Request.Method, page) switch
            {
                ("GET", [""]) => AdministrationView.Overview(emulator),
                ("GET", ["requests"]) => AdministrationView.Requests(emulator, http.Request.Query["last"], http.Request.Query["cluster"]),
                ("DELETE", ["requests"]) => Done(emulator.Requests.Clear),
                ("POST", ["faults"]) => AddFaults(await JsonAsync<JsonElement>(http)),
                ("DELETE", ["faults"]) => Done(emulator.Faults.Clear),
                ("POST", ["clusters"]) => (await JsonAsync<ClusterOrder>(http)).Carry(emulator.Clusters),
                ("DELETE", ["clusters", var no]) => RemoveCluster(no),
                ("POST", ["clock"]) => SetClock(await JsonAsync<ClockOrder>(http)),
                _ => null,
            };
            await WriteAsync(http, answer is null ? 404 : 200, answer ?? new { error = "There is no such page.", pages = Paths });
        }
        catch (Exception exception) when (exception is FormatException or JsonException or ArgumentException)
        {
            await WriteAsync(http, 400, new { error = exception.Message });
        }
    }

    private static bool IsFromThisMachine(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private object AddFaults(JsonElement order)
    {
        var texts = order.ValueKind switch
        {
            JsonValueKind.Array => order.EnumerateArray().ToArray(),
            JsonValueKind.Object when order.TryGetProperty("fault", out var fault) => [fault],
            _ => throw new FormatException("Expected {\"fault\": RULE} or [RULE, ...]."),
        };

        // All are read before one is added: an order is carried out whole or not at all.
        var rules = Array.ConvertAll(texts, text => text.ValueKind == JsonValueKind.String
            ? FaultRule.Parse(text.GetString()!)
            : throw new FormatException("A rule is a text."));
        Array.ForEach(rules, rule => emulator.Faults.Add(rule));
        return AdministrationView.Overview(emulator);
    }

    private object RemoveCluster(string no) => emulator.Clusters.Remove(no)
        ? AdministrationView.Overview(emulator)
        : throw new FormatException($"There is no cluster {no}.");

    private object SetClock(ClockOrder order)
    {
        emulator.ClockOffset = FaultText.TryReadDuration(order.Offset ?? "", out var offset)
            ? offset
            : throw new FormatException($"'{order.Offset}' is no time like -6m, 90s or 1h.");
        return AdministrationView.Overview(emulator);
    }

    private object Done(Action action)
    {
        action();
        return AdministrationView.Overview(emulator);
    }

    private static async Task<T> JsonAsync<T>(HttpContext http) =>
        await JsonSerializer.DeserializeAsync<T>(http.Request.Body, AdministrationJson.Options, http.RequestAborted)
        ?? throw new FormatException("The body is empty.");

    private Task WriteAsync(HttpContext http, int status, object answer) => AnswerWriter.WriteAsync(
        http, new EmulatedAnswer { Status = status, Body = JsonSerializer.SerializeToUtf8Bytes(answer, AdministrationJson.Options) }, clock);

    private sealed record ClockOrder(string? Offset);
}
