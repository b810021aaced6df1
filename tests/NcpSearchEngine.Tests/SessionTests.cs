using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

public sealed class SessionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public void Without_a_session_nothing_is_asked()
    {
        using Shell shell = new();

        ErrorRecord error = shell.Run("Get-NcpRollingUpgradeProgress 3427188").Terminating!;

        Assert.Equal("NotConnected,NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("Connect-NcpSearchEngine", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_session_is_the_default_and_others_are_called_by_name_or_object()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-Name first");
        shell.Connect(fixture.Emulator, "-Name second");

        ShellResult result = shell.Run(
            "Get-NcpRollingUpgradeProgress 3427188 -Summary; Get-NcpRollingUpgradeProgress 3427188 -Summary -Session FIRST; "
            + "Get-NcpRollingUpgradeProgress 3427188 -Summary -Session (Get-NcpSearchEngineSession first)").ThrowIfFailed();

        Assert.Equal(["second", "first", "first"], result.Values("Session"));
    }

    [Fact]
    public void What_a_session_returned_goes_back_to_that_session()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-Name first");
        shell.Connect(fixture.Emulator, "-Name second");

        ShellResult result = shell.Run(
            "Get-NcpRollingUpgradeProgress 3427188 -Summary -Session first | Get-NcpRollingUpgradeProgress -Summary").ThrowIfFailed();

        Assert.Equal(["first"], result.Values("Session"));
    }

    [Theory]
    [InlineData("-Session nobody", "UnknownSession", ErrorCategory.ObjectNotFound)]
    [InlineData("-Session 5", "InvalidSession", ErrorCategory.InvalidArgument)]
    [InlineData("-Session ([System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-NcpSearchEngineSession))))", "InvalidSession", ErrorCategory.InvalidArgument)]
    [InlineData("-Session $closed", "SessionClosed", ErrorCategory.ConnectionError)]
    public void What_is_no_open_session_is_told_by_its_id(string given, string id, ErrorCategory category)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-Name closed -PassThru | ForEach-Object { $global:closed = $_ }");
        shell.Run("Disconnect-NcpSearchEngine").ThrowIfFailed();
        shell.Connect(fixture.Emulator);
        long before = fixture.Emulator.Requests.Count;

        ErrorRecord error = shell.Run("Get-NcpRollingUpgradeProgress 3427188 " + given).Terminating!;

        Assert.Equal($"{id},NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(before, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Two_runspaces_have_sessions_of_the_same_name_that_know_nothing_of_each_other()
    {
        await using SearchEngineEmulator other = await SearchEngineEmulator.StartAsync();
        using Shell one = new();
        using Shell two = new();
        one.Connect(fixture.Emulator, "-Name same");
        two.Connect(other, "-Name same");
        other.Requests.Clear();

        one.Run("Get-NcpRollingUpgradeProgress 3427188 -Session same").ThrowIfFailed();
        Assert.Equal(0, other.Requests.Count);

        one.Run("Disconnect-NcpSearchEngine same").ThrowIfFailed();
        Assert.NotEmpty(two.Run("Get-NcpRollingUpgradeProgress 3427188 -Session same").ThrowIfFailed().Output);
        Assert.Equal(1, other.Requests.Count);
    }

    [Fact]
    public void A_session_handed_to_another_runspace_works_there_and_is_no_default_there()
    {
        using Shell one = new();
        using Shell two = new();
        PSObject session = Assert.Single(one.Connect(fixture.Emulator, "-PassThru").Output);

        Assert.NotEmpty(two.Run("Get-NcpRollingUpgradeProgress 3427188 -Session $args[0]", session).ThrowIfFailed().Output);
        Assert.Equal("True", one.Run("(Get-NcpSearchEngineSession).IsDefault").Output.Single().ToString());
        Assert.Equal("False", two.Run("$args[0].IsDefault", session).Output.Single().ToString());
    }

    [Fact]
    public void A_session_works_in_parallel_iterations_that_it_is_handed_to()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult result = shell.Run(
            "$s = Get-NcpSearchEngineSession; $m = $args[0]; "
            + "1..6 | ForEach-Object -ThrottleLimit 3 -Parallel { Import-Module $using:m; Get-NcpRollingUpgradeProgress 3427188 -Summary -Session $using:s }",
            ModuleFolder.Path);

        Assert.Equal(Enumerable.Repeat("cluster000", 6), result.ThrowIfFailed().Values("ClusterName"));
    }

    [Fact]
    public void Closing_the_default_leaves_none_rather_than_another_account()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-Name first");
        shell.Connect(fixture.Emulator, "-Name second");

        ErrorRecord error = shell.Run("Disconnect-NcpSearchEngine; Get-NcpRollingUpgradeProgress 3427188").Terminating!;

        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("first", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wildcards_list_and_close()
    {
        using Shell shell = new();
        foreach (string name in new[] { "prod-kr", "prod-jp", "test" })
        {
            shell.Connect(fixture.Emulator, "-Name " + name);
        }

        Assert.Equal(["prod-jp", "prod-kr"], shell.Run("Get-NcpSearchEngineSession prod-*").Values("Name"));
        shell.Run("Disconnect-NcpSearchEngine prod*").ThrowIfFailed();
        Assert.Equal(["test"], shell.Run("Get-NcpSearchEngineSession").Values("Name"));
    }

    [Theory]
    [InlineData("Disconnect-NcpSearchEngine")]
    [InlineData("Remove-Module NcpSearchEngine")]
    public void The_key_is_gone_after(string script)
    {
        using Shell shell = new();
        PSObject session = Assert.Single(shell.Connect(fixture.Emulator, "-PassThru").Output);
        shell.Run(script).ThrowIfFailed();
        using Shell other = new();

        ErrorRecord error = other.Run("Get-NcpRollingUpgradeProgress 3427188 -Session $args[0]", session).Terminating!;

        Assert.StartsWith("SessionClosed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_gone_when_its_runspace_closes_or_a_session_of_its_name_replaces_it()
    {
        using Shell other = new();
        PSObject first, second;
        using (Shell shell = new())
        {
            first = Assert.Single(shell.Connect(fixture.Emulator, "-PassThru").Output);
            second = Assert.Single(shell.Connect(fixture.Emulator, "-PassThru").Output);
            Assert.StartsWith("SessionClosed,", other.Run("Get-NcpRollingUpgradeProgress 1 -Session $args[0]", first).Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
            other.Run("Get-NcpRollingUpgradeProgress 3427188 -Session $args[0]", second).ThrowIfFailed();
        }

        Assert.StartsWith("SessionClosed,", other.Run("Get-NcpRollingUpgradeProgress 1 -Session $args[0]", second).Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
