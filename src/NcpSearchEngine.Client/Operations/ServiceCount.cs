using System.Globalization;

namespace NcpSearchEngine.Client;

/// <summary>A count as the service writes it: a number, or one in quotes.</summary>
/// <remarks>Read as text: serializer code for nullable numbers is compiled anew in each process, that for texts is not.</remarks>
internal static class ServiceCount
{
    /// <summary>The count; null if missing. A negative or a broken number is taken as missing.</summary>
    internal static int? Parse(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
}
