using System.Text.Json;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Properties of a JSON object, in as few words as a test can bear.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static int Number(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static bool Is(this JsonElement element, string name) => element.GetProperty(name).GetBoolean();
}
