namespace NcpSearchEngine.Client;

/// <summary>How a wait goes on and when it ends.</summary>
public sealed class RollingUpgradeWatchOptions
{
    /// <summary>The least time between two readings of a cluster. Default: 10 s; above zero.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many clusters are read at the same time. Default: 16; at least 1.</summary>
    public int ThrottleLimit { get; set; } = 16;

    /// <summary>The time limit for all clusters together. Default: 8 hours; zero: none.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long an upgrade may go without any change, counted only while readings succeed. Default: zero, for ever.</summary>
    public TimeSpan StallTimeout { get; set; }

    /// <summary>How long an upgrade that is not there yet is waited for. Default: 5 minutes; zero: not at all.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Whether the wait ends with the first cluster that is Completed.</summary>
    public bool Any { get; set; }

    /// <summary>How often a <see cref="RollingUpgradeEventKind.Tick"/> comes, for those who show something. Default: zero, never.</summary>
    public TimeSpan TickInterval { get; set; }

    internal RollingUpgradeWatchOptions Validated()
    {
        AtLeast(nameof(PollInterval), PollInterval, TimeSpan.FromTicks(1));
        AtLeast(nameof(Timeout), Timeout, TimeSpan.Zero);
        AtLeast(nameof(StallTimeout), StallTimeout, TimeSpan.Zero);
        AtLeast(nameof(StartTimeout), StartTimeout, TimeSpan.Zero);
        AtLeast(nameof(TickInterval), TickInterval, TimeSpan.Zero);
        return ThrottleLimit < 1
            ? throw new ArgumentOutOfRangeException(nameof(ThrottleLimit), ThrottleLimit, "At least 1.")
            : (RollingUpgradeWatchOptions)MemberwiseClone();
    }

    private static void AtLeast(string name, TimeSpan value, TimeSpan least)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(name, value, $"At least {least}.");
        }
    }
}
