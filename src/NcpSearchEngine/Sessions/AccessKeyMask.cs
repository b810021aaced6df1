namespace NcpSearchEngine.Sessions;

/// <summary>Shows enough of an access key id to tell two apart, and no more.</summary>
internal static class AccessKeyMask
{
    private const int Shown = 4;
    private const int ShortestShown = 16;

    internal static string Mask(string accessKey)
    {
        char[] masked = accessKey.ToCharArray();
        int shown = accessKey.Length < ShortestShown ? 0 : Shown;
        for (int i = shown; i < masked.Length - shown; i++)
        {
            masked[i] = '*';
        }

        return new string(masked);
    }
}
