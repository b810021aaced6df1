using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.CI;

/// <summary>Names made to be taken for commands: of clusters, of servers, of statuses and of messages.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class InjectionTests
{
    public static TheoryData<string, string> Hostile()
    {
        string[] names =
        [
            "::set-output name=x::y",
            "  ::error file=a::b",
            "::add-mask::a",
            "##[set-env name=PATH]x",
            "##[error]x",
            "##vso[task.setvariable variable=x;isOutput=true]y",
            "a##vso[task.complete result=Succeeded;]b",
            "#\u034F#v\u034Fso[task.complete]x",
            "##\uFE00vso[task.complete]x",
            ":\u034F:error::x",
            "a\n::set-output name=x::y",
            "a\r##vso[task.complete]y",
            "a%0A::set-output name=x::y",
            "a%0D%0A##vso[task.complete]y",
            "a%25%AZP250Ax",
            "\u001b[31mred\u001b[0m\u202Egnp",
            "a]b;c,d:e",
        ];
        TheoryData<string, string> hostile = [];
        foreach (string name in names)
        {
            hostile.Add(CIStep.GitHub, name);
            hostile.Add(CIStep.Azure, name);
        }

        return hostile;
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task No_name_becomes_a_command(string host, string name)
    {
        await using CIStep step = await CIStep.StartAsync(host);
        LiveUpgradePlan plan = new() { Nodes = [new EmulatedNode(name, "D"), new EmulatedNode("b" + name, "D"), new EmulatedNode(name + "c", name)] };
        step.Wait.Emulator.Clusters.Add(new LiveUpgradeCluster("2", name, plan));
        step.Wait.Emulator.Clusters.Add(new LiveUpgradeCluster("3", name + "3", plan with { FailsAtNode = 2, FailureStatus = name + " failed" }));
        step.Wait.Emulator.Clusters.Add(new LiveUpgradeCluster("4", name + "4", plan with { StallsAtNode = 2 }));
        step.Wait.Emulator.Clusters.Add(new DelegateCluster("5", _ => System.Text.Json.JsonSerializer.Serialize(new { code = 9, message = name })));

        CIStep.CIStepResult result = step.Run(
            "Wait-NcpRollingUpgrade 2, 3, 4, 5, $args[0] -StallTimeoutSec 2000 -ThrottleLimit 1 -Verbose -Summary -ErrorVariable told | Out-Null".Replace("$args[0]", $"'{name}'", StringComparison.Ordinal));

        string[] heads = [.. LogReader.Commands(host, result.Log).Select(static command => command.Head.Split(' ')[0])];
        Assert.Equal(Expected(host), heads.Where(static head => head != "task.setprogress").Order(StringComparer.Ordinal));

        // Whatever stream it takes, the host sees these commands and no other.
        string[] shown = [.. LogReader.Commands(host, result.Screen.Split('\n', '\r')).Select(static command => command.Head.Split(' ')[0])];
        Assert.Equal(heads.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.DoesNotContain('\u001b', result.Screen);
        Assert.Empty(LogReader.Commands(host, [result.Shell.Terminating!.ErrorDetails.Message]));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task No_error_of_Get_becomes_a_command(string host, string name)
    {
        await using CIStep step = await CIStep.StartAsync(host);
        step.Wait.Emulator.Clusters.Add(new DelegateCluster("5", _ => System.Text.Json.JsonSerializer.Serialize(new { code = 9, message = name })));

        string shown = Assert.Single(step.Wait.Shell.Run("Get-NcpRollingUpgradeProgress 5").Errors).ToString();

        Assert.Contains("code 9", shown, StringComparison.Ordinal);
        Assert.Empty(LogReader.Commands(host, shown.Split('\n', '\r')));
    }

    [Theory]
    [InlineData("100%", "100%25", "100%AZP25")]
    [InlineData("%0A%0D", "%250A%250D", "%AZP250A%AZP250D")]
    public async Task Text_arrives_as_it_was(string name, string onGitHub, string onAzure)
    {
        foreach (string host in new[] { CIStep.GitHub, CIStep.Azure })
        {
            await using CIStep step = await CIStep.StartAsync(host);
            step.Wait.Emulator.Clusters.Add(new LiveUpgradeCluster("3", name, new LiveUpgradePlan { FailsAtNode = 2 }));

            CIStep.CIStepResult result = step.Run("Wait-NcpRollingUpgrade 3");

            Assert.Single(result.Log, line => line.Contains($"{(host == CIStep.GitHub ? onGitHub : onAzure)} (3): the rolling upgrade failed", StringComparison.Ordinal));
            Assert.Single(LogReader.Commands(host, result.Log), command => command.Data.StartsWith($"{name} (3): the rolling upgrade failed", StringComparison.Ordinal));
        }
    }

    private static string[] Expected(string host) => host == CIStep.GitHub
        ? ["endgroup", "endgroup", "endgroup", "error", "error", "error", "error", "group", "group", "group", "notice", "warning"]
        : ["##[endgroup]", "##[endgroup]", "##[endgroup]", "##[group]", "##[group]", "##[group]", "##[section]",
            "task.logissue", "task.logissue", "task.logissue", "task.logissue", "task.logissue", "task.uploadsummary"];
}
