namespace NcpSearchEngine.Sessions;

/// <summary>One section of the configure file: where its values lie, not what they are.</summary>
/// <param name="Name">The section's name; DEFAULT for what stands before any section.</param>
/// <param name="Line">The line of its head, counted from 1.</param>
internal sealed record ConfigureProfile(string Name, int Line)
{
    internal const string AccessKey = "ncloud_access_key_id";
    internal const string SecretKey = "ncloud_secret_access_key";
    internal const string Gateway = "ncloud_api_url";

    internal List<Entry> Entries { get; } = [];

    /// <summary>The first line in it that is neither an entry nor a comment.</summary>
    internal int? DamagedLine { get; set; }

    /// <summary>The last value of a key that may be missing; null where it is missing or empty.</summary>
    internal Entry? Find(string key) => Entries.FindLast(entry => entry.Key == key && entry.Length > 0);

    internal sealed record Entry(string Key, int Start, int Length, int Line);
}
