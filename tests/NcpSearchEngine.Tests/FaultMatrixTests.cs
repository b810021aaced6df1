using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>
/// What the service does wrong twice running, and what becomes of it: in a Get, in the first readings of a Wait, and in mid-wait.
/// «healed»: the command ends as if nothing had been. Otherwise the id of the error that ends it.
/// </summary>
public sealed class FaultMatrixTests
{
    private const string Healed = "healed";

    /// <summary>So short that the upgrade has only just ended when two requests have got no answer; nothing else waits so long.</summary>
    private const int RequestTimeoutSec = 97;

    private const string Html = "body \"<html><body>Bad Gateway</body></html>\" text/html";
    private const string Xml = "body \"<Error><errorCode>200</errorCode><message>Authentication Failed</message></Error>\" application/xml";

    public static TheoryData<string, string, string, string> Faults { get; } = new()
    {
        // fault, twice running                                Get                     Wait, at once           Wait, in the middle
        { "429/400",                                           Healed,                 Healed,                 Healed },
        { "429/410",                                           Healed,                 Healed,                 Healed },
        { "429/420",                                           Healed,                 Healed,                 Healed },
        { "throttle 2s",                                       Healed,                 Healed,                 Healed },
        { "throttle 2s date",                                  Healed,                 Healed,                 Healed },
        { "body \"\" text/plain 429",                          Healed,                 Healed,                 Healed },
        { "500/900",                                           Healed,                 Healed,                 Healed },
        { "503/500",                                           Healed,                 Healed,                 Healed },
        { "504/510",                                           Healed,                 Healed,                 Healed },
        { "502/500",                                           Healed,                 Healed,                 Healed },
        { "empty 500",                                         Healed,                 Healed,                 Healed },
        { "empty 502",                                         Healed,                 Healed,                 Healed },
        { "empty 503",                                         Healed,                 Healed,                 Healed },
        { "empty 504",                                         Healed,                 Healed,                 Healed },
        { Html + " 502",                                       Healed,                 Healed,                 Healed },
        { Html + " 503",                                       Healed,                 Healed,                 Healed },
        { "200/500",                                           Healed,                 Healed,                 Healed },
        { "200/410",                                           Healed,                 Healed,                 Healed },
        { "reset",                                             Healed,                 Healed,                 Healed },
        { "throttle 1h",                                       Healed,                 Healed,                 Healed },
        { "truncate",                                          Healed,                 Healed,                 Healed },
        { "truncate 0",                                        Healed,                 Healed,                 Healed },
        { "truncate + gzip",                                   Healed,                 Healed,                 Healed },
        { "garbage",                                           Healed,                 Healed,                 Healed },
        { "gzip",                                              Healed,                 Healed,                 Healed },
        { "no-date",                                           Healed,                 Healed,                 Healed },
        { "empty 501",                                         "ServiceUnavailable",   Healed,                 Healed },
        { "empty 505",                                         "ServiceUnavailable",   Healed,                 Healed },
        { "empty",                                             "InvalidResponse",      Healed,                 Healed },
        { "empty 204",                                         "InvalidResponse",      Healed,                 Healed },
        { "body \"null\"",                                     "InvalidResponse",      Healed,                 Healed },
        { "body \"[]\"",                                       "InvalidResponse",      Healed,                 Healed },
        { "body \"{}\"",                                       "InvalidResponse",      Healed,                 Healed },
        { "body '{\"code\":0,\"result\":[]}'",               "InvalidResponse",      Healed,                 Healed },
        { "body '{\"code\":0,\"result\":'",                  "InvalidResponse",      Healed,                 Healed },
        { Html,                                                "InvalidResponse",      Healed,                 Healed },
        { "redirect \"https://elsewhere.example/\"",           "InvalidResponse",      Healed,                 Healed },
        { "redirect \"https://elsewhere.example/\" 307",       "InvalidResponse",      Healed,                 Healed },
        { "endless 70000000",                                  "InvalidResponse",      Healed,                 Healed },
        { "delay 4h",                                          "RequestTimeout",       Healed,                 Healed },
        { "delay 4h + 503/500",                                "RequestTimeout",       Healed,                 Healed },
        { "endless slow",                                      "RequestTimeout",       Healed,                 Healed },
        { "400/100",                                           "ServiceError",         "ServiceError",         Healed },
        { "413/430",                                           "ServiceError",         "ServiceError",         Healed },
        { "code 10107",                                        "ServiceError",         "ServiceError",         Healed },
        { "code 10107 \"없습니다\" at 400",                     "ServiceError",         "ServiceError",         Healed },
        { "code 99999 at 500",                                 "ServiceError",         "ServiceError",         Healed },
        { "401/200",                                           "AuthenticationFailed", "AuthenticationFailed", Healed },
        { "200/200",                                           "AuthenticationFailed", "AuthenticationFailed", Healed },
        { Xml + " 401",                                        "AuthenticationFailed", "AuthenticationFailed", Healed },
        { "no-date + 401/200",                                 "ClockSkew",            "ClockSkew",            Healed },
        { "401/210",                                           "PermissionDenied",     "PermissionDenied",     Healed },
        { "403/210",                                           "PermissionDenied",     "PermissionDenied",     Healed },
        { "empty 403",                                         "PermissionDenied",     "PermissionDenied",     Healed },
        { "404/300",                                           "RouteNotFound",        "RouteNotFound",        Healed },
        { "empty 404",                                         "RouteNotFound",        "RouteNotFound",        Healed },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_healed_or_ends_with_its_id(string fault, string get, string wait, string midWait)
    {
        await using WaitFixture fixture = await WaitFixture.StartAsync(requestTimeoutSec: RequestTimeoutSec);
        LiveUpgradeCluster cluster = new("2", "pair", new LiveUpgradePlan { NodeCount = 2, SecondsPerNode = 45 });
        fixture.Emulator.Clusters.Add(cluster);

        Assert.Equal(get, Outcome(Run(fixture, "Get-NcpRollingUpgradeProgress 2 -Summary", fault)));

        cluster.Restart();
        Assert.Equal(wait, Outcome(Run(fixture, "Wait-NcpRollingUpgrade 2 -Summary", fault)));

        cluster.Restart();
        Assert.Equal(midWait, Outcome(Run(fixture, "Wait-NcpRollingUpgrade 2 -Summary", fault, after: TimeSpan.FromSeconds(25))));
    }

    /// <summary>Runs a command whose requests go wrong twice running, from the beginning or only once it has lasted so long.</summary>
    private static ShellResult Run(WaitFixture fixture, string script, string fault, TimeSpan after = default)
    {
        DateTimeOffset start = fixture.Clock.GetUtcNow();
        fixture.Emulator.Faults.Clear();
        FaultRule? rule = null;
        long silent = 0;
        Begin();
        ShellResult result = fixture.Run(script, IsSilent, atEachStep: Begin);
        Assert.True(rule?.Hits > 0, "The fault was never played.");
        return result;

        void Begin() => rule ??= fixture.Clock.GetUtcNow() - start >= after ? fixture.Emulator.Faults.Add($"{fault} x2 then pass") : null;

        // Each of the two requests that such a rule hits gets no answer in time.
        bool IsSilent()
        {
            bool isNew = fault.Split(' ') is ["delay", ..] or ["endless", "slow"] && silent < Math.Min(2, rule?.Hits ?? 0);
            silent += isNew ? 1 : 0;
            return isNew;
        }
    }

    private static string Outcome(ShellResult result) =>
        (result.Terminating ?? (result.Errors.Count == 0 ? null : result.Errors[0]))?.FullyQualifiedErrorId.Split(',')[0] ?? (result.Output.Count == 1 ? Healed : "nothing");
}
