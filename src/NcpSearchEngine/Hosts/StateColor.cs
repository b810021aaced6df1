namespace NcpSearchEngine.Hosts;

/// <summary>Colours of the states. PowerShell 7 takes them out again where a host, a file or <c>$PSStyle.OutputRendering</c> has none; 5.1 would not.</summary>
internal static class StateColor
{
    internal static string Paint(string state)
    {
#if NET
        string? color = state switch
        {
            "Completed" => "\u001b[32m",
            "InProgress" => "\u001b[33m",
            "Failed" => "\u001b[31m",
            "Pending" or "NotStarted" => "\u001b[90m",
            _ => null,
        };
        return color is null ? state : color + state + "\u001b[0m";
#else
        return state;
#endif
    }
}
