using System.Globalization;

namespace NcpSearchEngine.Client;

/// <summary>The language of the messages: Korean where the UI culture is Korean, else English. Ids and names are English in both.</summary>
public static class MessageLanguage
{
    private const string Korean = "ko";

    private static AsyncLocal<CultureInfo?>? _culture;

    /// <summary>
    /// The UI culture of the messages made from here on, also on other threads that go on with this work; null, as at first: <see cref="CultureInfo.CurrentUICulture"/>.
    /// </summary>
    /// <remarks>For a caller whose UI culture is not that of its thread. .NET Framework, unlike this, does not always carry the thread's culture along.</remarks>
    public static CultureInfo? UICulture
    {
        get => Volatile.Read(ref _culture)?.Value;
        set => LazyInitializer.EnsureInitialized(ref _culture)!.Value = value;
    }

    /// <summary>The culture to look texts up in. English is the invariant one, so that no satellite assembly is searched for where there can be none.</summary>
    public static CultureInfo Current
    {
        get
        {
            for (CultureInfo culture = UICulture ?? CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
            {
                if (culture.Name == Korean)
                {
                    return culture;
                }
            }

            return CultureInfo.InvariantCulture;
        }
    }
}
