using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>The service's clock: the time provider's, set wrong on purpose where a test asks for it.</summary>
internal sealed class EmulatorClock(TimeProvider timeProvider, TimeSpan offset, TimeSpan zone)
{
    private long _offset = offset.Ticks;

    public TimeProvider TimeProvider => timeProvider;

    public TimeSpan Offset
    {
        get => new(Volatile.Read(ref _offset));
        set => Volatile.Write(ref _offset, value.Ticks);
    }

    public DateTimeOffset UtcNow => timeProvider.GetUtcNow() + Offset;

    /// <summary>A date as the service writes it: its own wall clock, whole seconds, no zone.</summary>
    public string Write(DateTimeOffset date) => date.ToOffset(zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
