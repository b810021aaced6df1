namespace NcpSearchEngine.Client.Tests;

/// <summary>Scripts match these names.</summary>
public class ErrorIdTests
{
    [Theory]
    [InlineData("NotConnected SessionClosed UnknownSession InvalidSession")]
    [InlineData("InvalidServiceGroupInstanceNo InvalidEndpoint UnknownRegion InvalidRequestedAfter")]
    [InlineData("CredentialNotFound ProfileNotFound InvalidProfile ServerRoleUnavailable")]
    [InlineData("AuthenticationFailed ClockSkew PermissionDenied RouteNotFound Throttled ServiceUnavailable ServiceError InvalidResponse")]
    [InlineData("ConnectionFailed RequestTimeout")]
    [InlineData("RollingUpgradeNotStarted RollingUpgradeFailed RollingUpgradeStalled RollingUpgradeTimeout ReportPathInvalid")]
    public void Keep_their_names(string names) => Assert.All(names.Split(' '), static name => Assert.Contains(name, Enum.GetNames<NcpErrorId>()));
}
