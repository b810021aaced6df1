using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>When something goes wrong, and what. A rule belongs to one plan.</summary>
public sealed class FaultRule
{
    private Random? _random;
    private long _hits;

    /// <summary>What goes wrong.</summary>
    public required FaultAction Action { get; init; }

    /// <summary>Only requests of this operation; null: of all.</summary>
    public string? Operation { get; init; }

    /// <summary>Only requests about this cluster; null: about any.</summary>
    public string? ClusterNo { get; init; }

    /// <summary>Only the next so many matching requests; null: all of them.</summary>
    public long? Count { get; init; }

    /// <summary>How likely a matching request is hit, from 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Where the dice start, so that a run can be repeated.</summary>
    public int Seed { get; init; }

    /// <summary>How many requests it has hit.</summary>
    public long Hits => Volatile.Read(ref _hits);

    /// <summary>Whether it will hit no more.</summary>
    public bool IsOver => Count is { } count && Hits >= count;

    /// <summary>Reads a rule in the fault syntax; a <see cref="FormatException"/> says what is wrong with it.</summary>
    public static FaultRule Parse(string text) => TryParse(text, out var rule, out var error) ? rule : throw new FormatException(error);

    /// <summary>Reads a rule in the fault syntax, or says what is wrong with it.</summary>
    public static bool TryParse(
        string text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FaultRule? rule,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? error) => FaultSyntax.TryParse(text, out rule, out error);

    /// <summary>The rule in the fault syntax.</summary>
    public override string ToString()
    {
        var chance = Probability < 1 ? string.Create(CultureInfo.InvariantCulture, $" {Probability * 100:0.####}% seed {Seed}") : "";
        var target = string.Join(' ', new[] { Operation, ClusterNo }.OfType<string>());
        return Action.Written(Count) + chance + (target.Length > 0 ? " on " + target : "");
    }

    /// <summary>The action for this request, or null where the rule does not hit it. The plan calls it for one request at a time.</summary>
    internal FaultAction? Hit(string? operation, string? clusterNo)
    {
        if (IsOver
            || (Operation is not null && !string.Equals(Operation, operation, StringComparison.OrdinalIgnoreCase))
            || (ClusterNo is not null && !string.Equals(ClusterNo, clusterNo, StringComparison.Ordinal))
            || (Probability < 1 && (_random ??= new Random(Seed)).NextDouble() >= Probability))
        {
            return null;
        }

        return Action.At(_hits++);
    }
}
