using System.Management.Automation;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.CI;

/// <summary>The script of action.yml and of the Azure Pipelines template, run as its step runs it.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class ActionScriptTests
{
    private static readonly string _script = Path.Combine(Checkout.Root, "actions", "wait-rolling-upgrade.ps1");

    [Theory]
    [InlineData("1000001", "2150", 0, "Completed", "", "1", "1")]
    [InlineData("live-*, 1000002\n1000004", "2150", 1, "NotCompleted", "RollingUpgradeFailed", "3", "2")]
    [InlineData("1000003", "", 1, "NotCompleted", "RollingUpgradeNotStarted", "1", "0")]
    [InlineData("nobody", "", 1, "NotCompleted", "InvalidServiceGroupInstanceNo", "0", "0")]
    [InlineData("live-*, nobody-*", "2150", 1, "NotCompleted", "InvalidServiceGroupInstanceNo", "0", "0")]
    [InlineData(" ", "", 1, "NotCompleted", "InvalidServiceGroupInstanceNo", "0", "0")]
    public async Task Outputs_tell_how_it_went(string clusters, string target, int exitCode, string state, string errorId, string count, string completed)
    {
        foreach (string host in new[] { CIStep.GitHub, CIStep.Azure })
        {
            await using CIStep step = await CIStep.StartAsync(host);
            using StepVariables variables = new(step, ("NCP_CLUSTERS", clusters), ("NCP_TARGET_VERSION_CODE", target), ("NCP_START_TIMEOUT_SEC", "60"));

            CIStep.CIStepResult result = step.Run($"& '{_script}'");

            Assert.Equal(exitCode, result.ExitCode);
            Assert.Empty(result.Shell.Output);
            Dictionary<string, string> outputs = variables.Outputs(host, result);
            Assert.Equal(state, outputs["state"]);
            Assert.Equal(errorId, outputs[host == CIStep.GitHub ? "error-id" : "errorId"]);
            Assert.Equal(count, outputs[host == CIStep.GitHub ? "cluster-count" : "clusterCount"]);
            Assert.Equal(completed, outputs[host == CIStep.GitHub ? "completed-count" : "completedCount"]);
        }
    }

    [Theory]
    [InlineData("1000001; throw 'injected'")]
    [InlineData("$(throw 'injected')")]
    [InlineData("'; throw 'injected'; '")]
    [InlineData("\"; throw 'injected'; \"")]
    public async Task Input_is_never_a_piece_of_the_script(string input)
    {
        await using CIStep step = await CIStep.StartAsync(CIStep.GitHub);
        using StepVariables variables = new(step, ("NCP_CLUSTERS", input));

        CIStep.CIStepResult result = step.Run($"& '{_script}'");

        Assert.DoesNotContain("injected", result.Shell.Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("InvalidServiceGroupInstanceNo,", result.Shell.Terminating.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_step_has_outputs()
    {
        await using CIStep step = await CIStep.StartAsync(CIStep.GitHub);
        TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        step.Wait.Emulator.Clusters.Add(new Emulator.DelegateCluster("7", _ =>
        {
            read.TrySetResult();
            return Answers.Progress("a:complete:+60 b:running", step.Wait.Clock.Start);
        }));
        using StepVariables variables = new(step, ("NCP_CLUSTERS", "7"), ("NCP_TARGET_VERSION_CODE", "2150"));
        using RunningScript script = step.Begin($"& '{_script}'");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(60));

        script.Stop();

        Assert.Equal(PSInvocationState.Stopped, script.State);
        Assert.Equal("Interrupted", variables.Outputs(CIStep.GitHub, step.Result(script.End()))["state"]);
    }

    /// <summary>The variables by which a step is given its inputs and keys, for as long as a test runs.</summary>
    private sealed class StepVariables : IDisposable
    {
        private readonly CleanEnvironment _clean = new();
        private readonly string[] _names;
        private readonly string _outputFile;

        internal StepVariables(CIStep step, params (string Name, string Value)[] inputs)
        {
            _outputFile = Path.Combine(step.Folder, "output");
            (string Name, string? Value)[] all =
            [
                .. inputs,
                ("NCP_ENDPOINT", step.Wait.Emulator.Endpoint.ToString()),
                ("NCP_MODULE_PATH", ModuleFolder.Path),
                ("NCLOUD_ACCESS_KEY_ID", step.Wait.Emulator.AccessKey),
                ("NCLOUD_SECRET_ACCESS_KEY", step.Wait.Emulator.SecretKey),
                ("GITHUB_OUTPUT", Environment.GetEnvironmentVariable("GITHUB_ACTIONS") is null ? null : _outputFile),
            ];
            _names = [.. all.Select(static variable => variable.Name)];
            foreach ((string name, string? value) in all)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            step.Wait.Shell.Run($"$global:PSDefaultParameterValues = @{{ 'Connect-NcpSearchEngine:TimeoutSec' = {DrivenClock.RequestTimeoutSec} }}").ThrowIfFailed();
        }

        /// <summary>The outputs of the step as the host reads them.</summary>
        internal Dictionary<string, string> Outputs(string host, CIStep.CIStepResult result)
        {
            const string SetVariable = "task.setvariable variable=";
            if (host == CIStep.Azure)
            {
                return LogReader.Commands(host, result.Screen.Split('\n')).Where(static command => command.Head.StartsWith(SetVariable, StringComparison.Ordinal))
                    .ToDictionary(static command => command.Head[SetVariable.Length..].Split(';')[0], static command => command.Data);
            }

            Dictionary<string, string> outputs = [];
            string[] lines = File.ReadAllLines(_outputFile);
            for (int i = 0; i < lines.Length; i += 3)
            {
                string[] head = lines[i].Split("<<");
                Assert.Matches("^ncp_[0-9a-f]{32}$", head[1]);
                Assert.Equal(head[1], lines[i + 2]);
                outputs.Add(head[0], lines[i + 1]);
            }

            return outputs;
        }

        public void Dispose()
        {
            foreach (string name in _names)
            {
                Environment.SetEnvironmentVariable(name, null);
            }

            _clean.Dispose();
        }
    }
}
