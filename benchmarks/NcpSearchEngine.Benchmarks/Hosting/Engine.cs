using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Security;

namespace NcpSearchEngine.Benchmarks.Hosting;

/// <summary>The real PowerShell engine.</summary>
internal sealed class Engine : IDisposable
{
    /// <param name="commands">Cmdlets beside the engine's own.</param>
    internal Engine(params Type[] commands)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        foreach (Type command in commands)
        {
            CmdletAttribute name = command.GetCustomAttribute<CmdletAttribute>()!;
            state.Commands.Add(new SessionStateCmdletEntry($"{name.VerbName}-{name.NounName}", command, null));
        }

        Runspace = RunspaceFactory.CreateRunspace(state);
        Runspace.Open();
    }

    internal Runspace Runspace { get; }

    /// <summary>An engine with the module imported from output/ and a session open on a service.</summary>
    internal static Engine Connected(Uri endpoint, string accessKey, string secretKey, params Type[] commands)
    {
        Engine engine = new(commands);
        engine.Run("Import-Module -Name $args[0] -ErrorAction Stop", Repository.Module);
        engine.Connect(endpoint, accessKey, secretKey);
        return engine;
    }

    internal void Connect(Uri endpoint, string accessKey, string secretKey, string more = "") => Run(
        "Connect-NcpSearchEngine -AccessKey $args[0] -SecretKey $args[1] -Endpoint $args[2] -ErrorAction Stop " + more,
        accessKey,
        Secure(secretKey),
        endpoint.GetLeftPart(UriPartial.Authority));

    /// <summary>Runs a script to its end; arguments are in <c>$args</c>. Any error is thrown.</summary>
    internal IReadOnlyList<PSObject> Run(string script, params object?[] arguments)
    {
        using PowerShell shell = Create(script, arguments);
        IReadOnlyList<PSObject> output = shell.Invoke();
        return shell.Streams.Error is [var error, ..] ? throw new InvalidOperationException(error.ToString(), error.Exception) : output;
    }

    /// <summary>A script of this runspace, not begun.</summary>
    internal PowerShell Create(string script, params object?[] arguments)
    {
        PowerShell shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        foreach (object? argument in arguments)
        {
            shell.AddArgument(argument);
        }

        return shell;
    }

    public void Dispose() => Runspace.Dispose();

    private static SecureString Secure(string text)
    {
        SecureString secure = new();
        foreach (char c in text)
        {
            secure.AppendChar(c);
        }

        return secure;
    }
}
