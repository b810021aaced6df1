using System.Management.Automation;

namespace NcpSearchEngine.Hosts;

/// <summary>A DateTimeOffset that has been in a file, a job or another machine: PowerShell brings it back as a bag of its properties.</summary>
internal static class DeserializedMoment
{
    /// <summary>The moment with its offset; null where the value is something else.</summary>
    internal static DateTimeOffset? Read(object? value)
    {
        if (value is null || !TryGet(value, "DateTime", out DateTime clock) || !TryGet(value, "Offset", out TimeSpan offset))
        {
            return null;
        }

        try
        {
            return new DateTimeOffset(clock.Ticks, offset);
        }
        catch (ArgumentException)
        {
            // A file can hold anything.
            return null;
        }
    }

    private static bool TryGet<T>(object value, string property, out T found)
    {
        object? stored = PSObject.AsPSObject(value).Properties[property]?.Value;
        found = stored is T typed ? typed : default!;
        return stored is T;
    }
}
