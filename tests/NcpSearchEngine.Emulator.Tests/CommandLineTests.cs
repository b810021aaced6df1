using System.CommandLine;
using System.Net;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>The command line: what it understands, what it prints, and how it ends.</summary>
public sealed class CommandLineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_has_to_be_given()
    {
        var settings = Parse();
        Assert.Equal((8399, IPAddress.Loopback, 60.0), (settings.Options.Port, settings.Options.Address, settings.Options.Speed));
        Assert.Equal((EmulatorOptions.FakeAccessKey, EmulatorOptions.FakeSecretKey), (settings.Options.AccessKey, settings.Options.SecretKey));
        Assert.Equal((true, false, TimeSpan.Zero), (settings.Options.Examples, settings.Options.RequireRegionNo, settings.Options.ClockOffset));
        Assert.Equal((0, 8, 0, false, false), (settings.Clusters, settings.Nodes, settings.Faults.Count, settings.IsSecretGiven, settings.IsQuiet));
    }

    [Fact]
    public void Everything_can_be_given()
    {
        var settings = Parse(
            "--port", "0", "--listen", "::1", "--speed", "1.5", "--clusters", "40", "--nodes", "12", "--no-examples", "--require-region-no",
            "--fault", "503/500 x3 on 3427188", "-f", "reset x1", "--clock-offset", "-6m", "--access-key", "mine", "--secret-key", "hidden", "--quiet");
        Assert.Equal((0, IPAddress.IPv6Loopback, 1.5), (settings.Options.Port, settings.Options.Address, settings.Options.Speed));
        Assert.Equal(("mine", "hidden"), (settings.Options.AccessKey, settings.Options.SecretKey));
        Assert.Equal((false, true, TimeSpan.FromMinutes(-6)), (settings.Options.Examples, settings.Options.RequireRegionNo, settings.Options.ClockOffset));
        Assert.Equal((40, 12, true, true), (settings.Clusters, settings.Nodes, settings.IsSecretGiven, settings.IsQuiet));
        Assert.Equal(["503/500 x3 on 3427188", "reset x1"], settings.Faults.Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("--port", "65536", "--port: '65536' is not a port, 0 to 65535.")]
    [InlineData("--port", "-1", "--port: '-1' is not a port, 0 to 65535.")]
    [InlineData("--port", "many", "--port: 'many' is not a port, 0 to 65535.")]
    [InlineData("--speed", "0", "--speed: '0' is not a number above 0.")]
    [InlineData("--speed", "NaN", "--speed: 'NaN' is not a number above 0.")]
    [InlineData("--clusters", "-1", "--clusters: '-1' is not a number of clusters, 0 to 100000.")]
    [InlineData("--nodes", "0", "--nodes: '0' is not a number of nodes, 1 to 1000.")]
    [InlineData("--listen", "here", "--listen: 'here' is not an IP address.")]
    [InlineData("--clock-offset", "soon", "--clock-offset: 'soon' is not a time like 90s, 10m or -6m.")]
    [InlineData("--fault", "explode", "Fault 'explode': 'explode' is no action.")]
    [InlineData("--fault", "", "Fault '': It ends where an action is expected.")]
    public async Task A_mistake_is_one_line_and_exit_code_1(string option, string value, string error)
    {
        var (exitCode, output, errors) = await RunAsync([option, value], Token);

        Assert.Equal((1, ""), (exitCode, output.Trim()));
        Assert.Contains(error, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_option_is_told_with_what_was_meant_and_without_the_whole_help()
    {
        var (exitCode, output, errors) = await RunAsync(["--prot", "0"], Token);

        Assert.Equal(1, exitCode);
        Assert.Contains("'--prot'", errors, StringComparison.Ordinal);
        Assert.Contains("--port", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_the_clusters_the_faults_and_the_pages()
    {
        var (exitCode, output, errors) = await RunAsync(["--help"], Token);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.All(StandardClusters.Descriptions, cluster => Assert.Contains(cluster.No, output, StringComparison.Ordinal));
        Assert.All(FaultSyntax.Description, line => Assert.Contains(line, output, StringComparison.Ordinal));
        Assert.All(AdministrationPages.Paths, line => Assert.Contains(line, output, StringComparison.Ordinal));
        Assert.All(new EmulatorCommand().Options, option => Assert.Contains(option.Name, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_examples_of_faults_in_the_help_are_right()
    {
        var (_, output, _) = await RunAsync(["--help"], Token);
        var lines = output.Split('\n').Where(line => line.TrimStart().StartsWith("--fault \"", StringComparison.Ordinal));
        var rules = lines.Select(line => line.Split('"')[1]).ToList();
        Assert.Equal(4, rules.Count);
        Assert.All(rules, rule => FaultRule.Parse(rule));
    }

    [Fact]
    public async Task The_start_text_has_the_lines_that_connect_and_Ctrl_C_ends_with_0()
    {
        await using var run = await RunningAsync("--port", "0", "--clusters", "40", "--fault", "503/500 x3");

        Assert.Contains($"""
            $env:NCLOUD_ACCESS_KEY_ID = 'FAKEACCESSKEY0000000'
            $env:NCLOUD_SECRET_ACCESS_KEY = 'FAKESECRETKEY00000000000000000000000000A'
            Import-Module ./output/NcpSearchEngine
            $env:NCP_EMULATOR_ENDPOINT = '{run.Endpoint}'
            Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT
            Get-NcpRollingUpgradeProgress 3427188

            """.ReplaceLineEndings(), run.StartText, StringComparison.Ordinal);
        Assert.All(StandardClusters.Descriptions, cluster => Assert.Contains($"{cluster.No}  {cluster.About}", run.StartText, StringComparison.Ordinal));
        Assert.Contains("5000001 to 5000040  live, 8 nodes each", run.StartText, StringComparison.Ordinal);
        Assert.Contains("503/500 x3", run.StartText, StringComparison.Ordinal);
        Assert.Contains($"{run.Endpoint}/_emulator/", run.StartText, StringComparison.Ordinal);
        Assert.Equal(0, await run.EndAsync());
    }

    [Fact]
    public async Task A_secret_that_was_given_is_not_printed()
    {
        await using var run = await RunningAsync("--port", "0", "--access-key", "it's mine", "--secret-key", "hidden-one");
        Assert.Contains("$env:NCLOUD_ACCESS_KEY_ID = 'it''s mine'", run.StartText, StringComparison.Ordinal);
        Assert.Contains("$env:NCLOUD_SECRET_ACCESS_KEY = '<your secret>'", run.StartText, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-one", run.StartText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_request_is_a_line_unless_it_is_to_be_quiet(bool isQuiet)
    {
        await using var run = await RunningAsync(["--port", "0", .. isQuiet ? ["--quiet"] : Array.Empty<string>()]);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        await client.GetAsync(new Uri(run.Endpoint + "/nowhere?x=1"), Token);
        await run.EndAsync();

        Assert.Equal(!isQuiet, run.Output.Contains("GET  /nowhere?x=1 - -> 404 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_command_line_asks_for_is_there()
    {
        await using var run = await RunningAsync("--port", "0", "--no-examples", "--clusters", "2", "--nodes", "5", "--fault", "503/500 x3");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var page = await client.GetStringAsync(new Uri(run.Endpoint + "/_emulator/"), Token);

        Assert.Contains("\"no\": \"5000002\"", page, StringComparison.Ordinal);
        Assert.Contains("\"nodeCount\": 5", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"no\": \"3427188\"", page, StringComparison.Ordinal);
        Assert.Contains("\"rule\": \"503/500 x3\"", page, StringComparison.Ordinal);
        Assert.Contains("Get-NcpRollingUpgradeProgress 5000001", run.StartText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_that_says_what_to_do_and_exit_code_1()
    {
        await using var emulator = await SearchEngineEmulator.StartAsync(cancellationToken: Token);

        var (exitCode, output, errors) = await RunAsync(["--port", $"{emulator.Endpoint.Port}"], Token);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            $"Port {emulator.Endpoint.Port} is in use. End what listens there, or choose another with --port (--port 0 takes a free one).",
            errors.TrimEnd());
    }

    [Fact]
    public async Task An_address_that_is_not_loopback_is_warned_of_and_one_that_is_not_here_refused()
    {
        // 203.0.113.0/24 is reserved for documentation: no machine has it.
        var (exitCode, _, errors) = await RunAsync(["--port", "0", "--listen", "203.0.113.7"], Token);

        Assert.Equal(1, exitCode);
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Warning: 203.0.113.7 is not a loopback address", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Can't listen on 203.0.113.7 port 0: ", lines[1], StringComparison.Ordinal);
    }

    private static EmulatorSettings Parse(params string[] args)
    {
        var command = new EmulatorCommand();
        var result = command.Parse(args);
        Assert.Empty(result.Errors);
        return command.SettingsOf(result);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var exitCode = await EmulatorCommand.RunAsync(args, new InvocationConfiguration { Output = output, Error = errors }, cancellationToken);
        return (exitCode, output.ToString(), errors.ToString());
    }

    private static async Task<RunningCommand> RunningAsync(params string[] args)
    {
        var run = new RunningCommand(args);
        await run.StartedAsync().WaitAsync(Token);
        return run;
    }

    /// <summary>A command that runs until it is told to end, as by Ctrl+C.</summary>
    private sealed class RunningCommand : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        private readonly WatchedWriter _output = new("End it: Ctrl+C");
        private readonly Task<int> _exitCode;

        public RunningCommand(string[] args) => _exitCode = EmulatorCommand.RunAsync(
            args, new InvocationConfiguration { Output = _output, Error = _output, ProcessTerminationTimeout = null }, _end.Token);

        public string StartText { get; private set; } = "";

        public string Output => _output.Text;

        public string Endpoint => "http://" + StartText.Split("http://")[1].Split(';')[0];

        public async Task StartedAsync()
        {
            await await Task.WhenAny(_output.Seen, _exitCode);
            StartText = _output.Text;
        }

        public async Task<int> EndAsync()
        {
            await _end.CancelAsync();
            return await _exitCode;
        }

        public async ValueTask DisposeAsync()
        {
            await EndAsync();
            _end.Dispose();
        }
    }

    /// <summary>Collects text, and tells when some words have come.</summary>
    private sealed class WatchedWriter(string words) : StringWriter
    {
        private readonly Lock _lock = new();
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public string Text
        {
            get
            {
                lock (_lock)
                {
                    return ToString();
                }
            }
        }

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }

        public override void WriteLine(object? value) => WriteLine(value?.ToString());

        public override void WriteLine(string? value)
        {
            lock (_lock)
            {
                base.WriteLine(value);
            }

            if (value?.Contains(words, StringComparison.Ordinal) == true)
            {
                _seen.TrySetResult();
            }
        }
    }
}
