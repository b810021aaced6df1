namespace NcpSearchEngine.Client;

/// <summary>Versions as the service writes them: as a code (<c>2150</c>), as a number (<c>2.15.0</c>) or as a name (<c>OpenSearch 2.15.0</c>).</summary>
internal static class VersionText
{
    private const int FewestDigits = 3;

    /// <summary>The number of a code: its first digit is the major version, its last the patch, and what is between the minor.</summary>
    internal static string? NumberOf(string? code) => code is { Length: >= FewestDigits } && code.All(IsDigit)
        ? $"{code[0]}.{code.Substring(1, code.Length - 2)}.{code[code.Length - 1]}"
        : code;

    /// <summary>The number in a name; null where it has none.</summary>
    internal static string? NumberIn(string? name) =>
        name?.Split(' ', '-', '_', '(', ')').Select(static word => word.TrimStart('v', 'V')).FirstOrDefault(IsNumber);

    /// <summary>The code of the number in a name, or the code that it is itself; null where it is neither.</summary>
    internal static string? CodeIn(string? name) => NumberIn(name) is { } number
        ? number.Replace(".", string.Empty)
        : name?.Trim() is { Length: > 0 } code && code.All(IsDigit) ? code : null;

    private static bool IsNumber(string word) =>
        word.IndexOf('.') > 0 && word.Split('.').All(static part => part.Length > 0 && part.All(IsDigit));

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
