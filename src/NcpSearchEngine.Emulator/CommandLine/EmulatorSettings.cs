namespace NcpSearchEngine.Emulator;

/// <summary>What a command line asks for, beyond the emulator's own options.</summary>
internal sealed record EmulatorSettings
{
    public required EmulatorOptions Options { get; init; }

    public int Clusters { get; init; }

    public int Nodes { get; init; } = 8;

    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>A secret that somebody gave is theirs and not printed.</summary>
    public bool IsSecretGiven { get; init; }

    public bool IsQuiet { get; init; }
}
