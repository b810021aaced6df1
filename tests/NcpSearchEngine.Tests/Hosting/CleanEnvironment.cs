namespace NcpSearchEngine.Tests.Hosting;

/// <summary>No variable of NAVER Cloud's tools while a test runs, nor a proxy; all are back as they were afterwards.</summary>
internal sealed class CleanEnvironment : IDisposable
{
    private static readonly string[] _names =
    [
        "NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY", "NCLOUD_API_GW", "NCLOUD_REGION", "NCLOUD_SITE",
        "NCLOUD_METADATA_ENDPOINT", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
    ];

    private readonly Dictionary<string, string?> _before = [];

    internal CleanEnvironment()
    {
        foreach (string name in _names)
        {
            _before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, null);
        }

        _before["HOME"] = Environment.GetEnvironmentVariable("HOME");
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
