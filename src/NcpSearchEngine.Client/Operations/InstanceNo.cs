namespace NcpSearchEngine.Client;

/// <summary>The instance number of a cluster.</summary>
internal static class InstanceNo
{
    private const int MaxLength = 20;

    /// <summary>Takes 1 to 20 ASCII digits, with white space around them.</summary>
    internal static string Parse(string? text)
    {
        string no = text?.Trim() ?? string.Empty;
        return no.Length is > 0 and <= MaxLength && no.All(static c => c is >= '0' and <= '9')
            ? no
            : throw new NcpSearchEngineException(NcpErrorId.InvalidServiceGroupInstanceNo, Messages.InvalidInstanceNo(text));
    }
}
