using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>Every refusal of gateway and service becomes its error id, category and target, and ends the command or only its cluster.</summary>
public sealed class ErrorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    public static TheoryData<string, string, ErrorCategory, bool> Refusals { get; } = new()
    {
        { "400/100", "ServiceError", ErrorCategory.InvalidResult, false },
        { "401/200", "AuthenticationFailed", ErrorCategory.AuthenticationError, true },
        { "401/210", "PermissionDenied", ErrorCategory.PermissionDenied, true },
        { "403/210", "PermissionDenied", ErrorCategory.PermissionDenied, true },
        { "body \"{}\" 403", "PermissionDenied", ErrorCategory.PermissionDenied, false },
        { "404/300", "RouteNotFound", ErrorCategory.ObjectNotFound, true },
        { "429/400", "Throttled", ErrorCategory.LimitsExceeded, false },
        { "429/410", "Throttled", ErrorCategory.LimitsExceeded, false },
        { "429/420", "Throttled", ErrorCategory.LimitsExceeded, false },
        { "413/430", "ServiceError", ErrorCategory.InvalidResult, false },
        { "503/500", "ServiceUnavailable", ErrorCategory.ResourceUnavailable, false },
        { "504/510", "ServiceUnavailable", ErrorCategory.ResourceUnavailable, false },
        { "500/900", "ServiceUnavailable", ErrorCategory.ResourceUnavailable, false },
        { "code 10107", "ServiceError", ErrorCategory.InvalidResult, false },
        { "code 10107 at 400", "ServiceError", ErrorCategory.InvalidResult, false },
        { "code 10107 at 500", "ServiceError", ErrorCategory.InvalidResult, false },
        { "empty", "InvalidResponse", ErrorCategory.InvalidData, false },
        { "body \"<html>\"", "InvalidResponse", ErrorCategory.InvalidData, false },
        { "redirect \"https://elsewhere.example/\"", "InvalidResponse", ErrorCategory.InvalidData, false },
        { "truncate", "ConnectionFailed", ErrorCategory.ConnectionError, false },
        { "reset", "ConnectionFailed", ErrorCategory.ConnectionError, false },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_is_told_by_its_id(string fault, string id, ErrorCategory category, bool endsTheCommand)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-MaxRetryCount 0");
        fixture.Emulator.Faults.Add(fault + " on 2700270");

        ShellResult result = shell.Run("3427188, 2700270, 3427188 | Get-NcpRollingUpgradeProgress -Summary -ThrottleLimit 1");

        ErrorRecord error = endsTheCommand ? result.Terminating! : Assert.Single(result.Errors);
        Assert.Equal($"{id},NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal("2700270", error.TargetObject);
        Assert.Equal(endsTheCommand ? ["3427188"] : ["3427188", "3427188"], result.Values("ServiceGroupInstanceNo"));
    }

    [Fact]
    public void After_an_error_that_ends_the_command_no_further_request_is_sent()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-MaxRetryCount 0");
        fixture.Emulator.Faults.Add("401/210 on 2700270");
        fixture.Emulator.Requests.Clear();

        shell.Run("2700270, 3427188, 3427188, 3427188 | Get-NcpRollingUpgradeProgress -ThrottleLimit 1");

        Assert.Equal(1, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public void The_exception_has_what_support_asks_for()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ErrorRecord error = Assert.Single(shell.Run("Get-NcpRollingUpgradeProgress 404404").Errors);

        PSObject exception = PSObject.AsPSObject(error.Exception);
        Assert.Equal("NcpSearchEngine.Client.NcpApiException", exception.TypeNames[0]);
        Assert.Equal("getRollingUpgradeProgress", exception.Properties["Operation"].Value);
        Assert.Equal(fixture.Emulator.Endpoint.Authority, exception.Properties["Host"].Value);
        Assert.Equal(400, exception.Properties["HttpStatus"].Value);
        Assert.Equal("10107", exception.Properties["Code"].Value);
        string requestId = Assert.IsType<string>(exception.Properties["RequestId"].Value);
        string traceId = Assert.IsType<string>(exception.Properties["TraceId"].Value);
        Assert.Contains(requestId, error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(traceId, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_key_is_AuthenticationFailed()
    {
        using Shell shell = new();
        shell.Run(
            "Connect-NcpSearchEngine -AccessKey $args[0] -SecretKey $args[1] -Endpoint $args[2]",
            fixture.Emulator.AccessKey,
            Shell.Secure("not-the-secret"),
            fixture.Emulator.Endpoint.ToString()).ThrowIfFailed();

        ShellResult result = shell.Run("Get-NcpRollingUpgradeProgress 3427188");

        Assert.StartsWith("AuthenticationFailed,", result.Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_corrected_with_one_warning()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { ClockOffset = TimeSpan.FromMinutes(-17) });
        using Shell shell = new();
        shell.Connect(emulator);

        ShellResult result = shell.Run("3427188, 2700270 | Get-NcpRollingUpgradeProgress -Summary; Get-NcpRollingUpgradeProgress 3427188 -Summary").ThrowIfFailed();

        Assert.Equal(3, result.Output.Count);
        Assert.Contains("s ahead of the service", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_listening_is_ConnectionFailed()
    {
        using Shell shell = new();
        shell.Run("Connect-NcpSearchEngine -AccessKey k -SecretKey $args[0] -Endpoint http://127.0.0.1:1 -MaxRetryCount 0", Shell.Secure("s")).ThrowIfFailed();

        ErrorRecord error = Assert.Single(shell.Run("Get-NcpRollingUpgradeProgress 3427188").Errors);

        Assert.StartsWith("ConnectionFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1", error.Exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => fixture.Emulator.Faults.Clear();
}
