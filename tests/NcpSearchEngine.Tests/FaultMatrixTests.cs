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
        await using WaitFixture fixture = await WaitFixture.StartAsync();
        fixture.Emulator.Clusters.Add(new LiveUpgradeCluster("2", "pair", new LiveUpgradePlan { NodeCount = 2, SecondsPerNode = 45 }));

        fixture.Emulator.Faults.Add(Twice(fault));
        Assert.Equal(get, Outcome(fixture.Run("Get-NcpRollingUpgradeProgress 2 -Summary")));

        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add(Twice(fault));
        Assert.Equal(wait, Outcome(fixture.Run("Wait-NcpRollingUpgrade 2 -Summary")));

        fixture.Emulator.Faults.Clear();
        ((LiveUpgradeCluster)fixture.Emulator.Clusters.Find("2")!).Restart();
        bool begun = false;
        DateTimeOffset start = fixture.Clock.GetUtcNow();
        ShellResult middle = fixture.Run("Wait-NcpRollingUpgrade 2 -Summary", () =>
        {
            if (!begun && fixture.Clock.GetUtcNow() - start > TimeSpan.FromSeconds(25))
            {
                begun = true;
                fixture.Emulator.Faults.Add(Twice(fault));
            }
        });
        Assert.Equal(midWait, Outcome(middle));
        Assert.True(begun);
    }

    private static string Twice(string fault) => $"{fault} x2 then pass";

    private static string Outcome(ShellResult result) =>
        (result.Terminating ?? (result.Errors.Count == 0 ? null : result.Errors[0]))?.FullyQualifiedErrorId.Split(',')[0] ?? (result.Output.Count == 1 ? Healed : "nothing");
}
