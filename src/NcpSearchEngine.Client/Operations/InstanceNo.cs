namespace NcpSearchEngine.Client;

/// <summary>The instance number of a cluster, <c>serviceGroupInstanceNo</c>: 1 to 20 ASCII digits.</summary>
public static class InstanceNo
{
    private const int MaxLength = 20;

    /// <summary>Takes a number, with white space around it.</summary>
    /// <param name="text">What was given as a number.</param>
    /// <returns>The number.</returns>
    /// <exception cref="NcpSearchEngineException"><see cref="NcpErrorId.InvalidServiceGroupInstanceNo"/>.</exception>
    public static string Parse(string? text)
    {
        string no = text?.Trim() ?? string.Empty;
        return IsValid(no) ? no : throw new NcpSearchEngineException(NcpErrorId.InvalidServiceGroupInstanceNo, Messages.InvalidInstanceNo(text));
    }

    /// <summary>Whether a text is such a number and nothing else.</summary>
    /// <param name="text">A text.</param>
    /// <returns>True for 1 to 20 ASCII digits.</returns>
    public static bool IsValid(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
