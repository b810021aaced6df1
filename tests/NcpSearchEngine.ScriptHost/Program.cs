using System.Management.Automation;
using System.Management.Automation.Runspaces;

// The real PowerShell engine, new: plays a script with named parameters (`script.ps1 -Name value …`), one line for each object that comes out of it.
using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
runspace.Open();
using PowerShell shell = PowerShell.Create(runspace);
shell.AddScript(await File.ReadAllTextAsync(args[0]));
for (int i = 1; i + 1 < args.Length; i += 2)
{
    shell.AddParameter(args[i].TrimStart('-'), args[i + 1]);
}

try
{
    foreach (PSObject line in shell.Invoke())
    {
        Console.WriteLine(line);
    }
}
catch (RuntimeException exception)
{
    Console.Error.WriteLine($"{exception.ErrorRecord.FullyQualifiedErrorId}: {exception.Message} {exception.ErrorRecord.InvocationInfo?.PositionMessage}");
    return 1;
}

foreach (ErrorRecord error in shell.Streams.Error)
{
    Console.Error.WriteLine($"{error.FullyQualifiedErrorId}: {error}");
}

// An error that the script catches is no failure of it.
return shell.Streams.Error.Count > 0 ? 1 : 0;
