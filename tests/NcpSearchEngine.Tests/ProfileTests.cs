using System.Management.Automation;
using System.Text;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>The configure file of NAVER Cloud's own command line: what is read, what is refused, and what is never said of it.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class ProfileTests : IDisposable
{
    private const string Secret = "FAKESECRETKEY00000000000000000000000000A";
    private const string Keys = "ncloud_access_key_id = FAKEACCESSKEY0000000\nncloud_secret_access_key = " + Secret + "\n";

    private readonly Shell _shell = new();
    private readonly CleanEnvironment _environment = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ncp configure 한글 ");

    public static TheoryData<string, string> Readable { get; } = new()
    {
        { "a section", "[DEFAULT]\n" + Keys },
        { "no section", Keys },
        { "windows lines", ("[DEFAULT]\n" + Keys).Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "comments and blank lines", "# a comment\n\n; another\n[DEFAULT] # of all\n" + Keys },
        { "comment behind a value", "[DEFAULT]\n" + Keys.Replace("0000000\n", "0000000  # mine\n", StringComparison.Ordinal) },
        { "quotes and spaces", "[ DEFAULT ]\n  ncloud_access_key_id=\"FAKEACCESSKEY0000000\"\n\tncloud_secret_access_key  =  '" + Secret + "'  \n" },
        { "other letters", "[default]\n" + Keys.Replace("ncloud", "NCLOUD", StringComparison.Ordinal) },
        { "unknown keys", "[DEFAULT]\nregion = KR\n" + Keys + "ncloud_unknown = a = b = c\n" },
        { "no line at the end", ("[DEFAULT]\n" + Keys).TrimEnd() },
        { "damage in another profile", "[DEFAULT]\n" + Keys + "[other]\nthis is no entry\n" },
        { "the same keys elsewhere", "[other]\nncloud_access_key_id = OTHER\n[DEFAULT]\n" + Keys + "[last]\nncloud_access_key_id = LAST\n" },
    };

    public static TheoryData<string, string, string, string> Refused { get; } = new()
    {
        { "no such profile", "[project]\n" + Keys, "ProfileNotFound", "project" },
        { "an empty file", "", "ProfileNotFound", "no profile 'DEFAULT'" },
        { "no secret", "[DEFAULT]\nncloud_access_key_id = FAKEACCESSKEY0000000\n", "InvalidProfile", "line 1: profile 'DEFAULT' has no ncloud_secret_access_key" },
        { "an empty key", "\n[DEFAULT]\n" + Keys.Replace("FAKEACCESSKEY0000000", "", StringComparison.Ordinal), "InvalidProfile", "line 3: profile 'DEFAULT' has no ncloud_access_key_id" },
        { "damaged", "[DEFAULT]\n" + Keys + Secret + "\n", "InvalidProfile", "line 4, in profile 'DEFAULT'" },
        { "a damaged head", "[DEFAULT]\n" + Keys + "[project\n" + Keys, "InvalidProfile", "line 4: the head of a section" },
        { "a profile twice", "[DEFAULT]\n" + Keys + "[Default]\n" + Keys, "InvalidProfile", "lines 1 and 4" },
        { "a key twice", "[DEFAULT]\n" + Keys + "ncloud_secret_access_key = B\n", "InvalidProfile", "lines 3 and 4" },
        { "an impossible key", "[DEFAULT]\n" + Keys.Replace("FAKEACCESSKEY0000000", "한글", StringComparison.Ordinal), "InvalidProfile", "line 1" },
        { "an unknown gateway", "[DEFAULT]\n" + Keys + "ncloud_api_url = https://evil.example\n", "InvalidEndpoint", "not a gateway that is known" },
        { "bytes", "\0\u0001\u0002" + Secret, "InvalidProfile", "line 1, in profile 'DEFAULT'" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_profile_is_read(string what, string content)
    {
        PSObject session = Assert.Single(Connect(Write(content)).ThrowIfFailed().Output);

        Assert.Equal("FAKE************0000", session.Properties["AccessKey"].Value);
        Assert.StartsWith("profile 'D", ((string)session.Properties["Source"].Value).Replace("'d", "'D", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_no_part_of_it(string encoding)
    {
        string path = Write("");
        File.WriteAllText(path, "[DEFAULT]\n" + Keys, Encoding.GetEncoding(encoding));

        Connect(path).ThrowIfFailed();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_wrong_is_told_with_its_line_and_without_its_words(string what, string content, string id, string told)
    {
        ErrorRecord error = Connect(Write(content)).Terminating!;

        Assert.Equal($"{id},NcpSearchEngine.Commands.ConnectNcpSearchEngineCommand", error.FullyQualifiedErrorId);
        Assert.Contains(told, error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.Exception.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void Only_the_named_profile_counts_and_its_gateway_gives_the_site()
    {
        string path = Write("[DEFAULT]\n" + Keys + "ncloud_api_url = https://ncloud.apigw.ntruss.com\n[project]\n"
            + Keys.Replace("0000000\n", "0000001\n", StringComparison.Ordinal) + "ncloud_api_url = https://ncloud.apigw.gov-ntruss.com\n");

        PSObject session = Assert.Single(Connect(path, "-ProfileName PROJECT").ThrowIfFailed().Output);

        Assert.Equal(("Gov", "KR", "FAKE************0001"), (
            (string)session.Properties["Site"].Value, (string)session.Properties["Region"].Value, (string)session.Properties["AccessKey"].Value));
        Assert.StartsWith("InvalidEndpoint,", Connect(path, "-ProfileName project -Site Public").Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_parameters_the_environment_comes_first_and_then_the_profile_DEFAULT()
    {
        string home = _folder.FullName;
        Environment.SetEnvironmentVariable("HOME", home);
        Directory.CreateDirectory(Path.Combine(home, ".ncloud"));
        string path = Path.Combine(home, ".ncloud", "configure");

        ErrorRecord nothing = _shell.Run("Connect-NcpSearchEngine").Terminating!;
        Assert.StartsWith("CredentialNotFound,", nothing.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"there is no file {path}", nothing.Exception.Message, StringComparison.Ordinal);

        Protect(path, "[DEFAULT]\n" + Keys);
        ShellResult fromFile = _shell.Run("Connect-NcpSearchEngine -PassThru -Verbose").ThrowIfFailed();
        Assert.Equal([$"profile 'DEFAULT' of {path}"], fromFile.Values("Source"));
        Assert.Contains(fromFile.Verbose, static line => line.StartsWith("Passed over: the environment has neither", StringComparison.Ordinal));

        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY", "K");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_KEY", "S");
        Assert.Equal(["environment (NCLOUD_ACCESS_KEY, NCLOUD_SECRET_KEY)"], _shell.Run("Connect-NcpSearchEngine -PassThru").Values("Source"));
    }

    [Fact]
    public void A_path_is_a_PowerShell_path()
    {
        Write("[DEFAULT]\n" + Keys);

        _shell.Run("[void]$ExecutionContext.SessionState.Path.SetLocation($args[0]); Connect-NcpSearchEngine -ConfigPath ./configure", _folder.FullName).ThrowIfFailed();
        Assert.StartsWith("ProfileNotFound,", _shell.Run("Connect-NcpSearchEngine -ConfigPath Env:PATH").Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ProfileNotFound,", _shell.Run("Connect-NcpSearchEngine -ConfigPath ./nowhere").Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_others_can_read_gets_one_warning()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions.");
            return;
        }

        Assert.SkipUnless(ModuleFolder.IsForPowerShell7, "Windows has other permissions, and Windows PowerShell is nowhere else.");
        string path = Write("[DEFAULT]\n" + Keys);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Contains("chmod 600", Assert.Single(Connect(path).ThrowIfFailed().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_names_complete()
    {
        string path = Write("[DEFAULT]\n" + Keys + "[project one]\n" + Keys + "[project-two]\n" + Keys);

        Assert.Equal(["'project one'", "project-two"], _shell.Complete($"Connect-NcpSearchEngine -ConfigPath '{path}' -ProfileName pro"));
    }

    public void Dispose()
    {
        _shell.Dispose();
        _environment.Dispose();
        _folder.Delete(recursive: true);
    }

    private ShellResult Connect(string path, string more = "") => _shell.Run($"Connect-NcpSearchEngine -ConfigPath $args[0] -PassThru {more}", path);

    private string Write(string content)
    {
        string path = Path.Combine(_folder.FullName, "configure");
        Protect(path, content);
        return path;
    }

    private static void Protect(string path, string content)
    {
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
