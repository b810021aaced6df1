using System.Numerics;

namespace NcpSearchEngine.Emulator;

/// <summary>Makes up nodes with the names and roles of a real cluster.</summary>
internal static class GeneratedNodes
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int FirstSuffix = 318_365; // "6tnh", where the service's own example begins

    /// <summary>The nodes in the order in which they are upgraded: masters, data, managers last.</summary>
    public static IReadOnlyList<EmulatedNode> Make(string clusterName, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var managers = count > 2 ? 2 : count - 1;
        var masters = count >= 8 ? 3 : 0;
        var dataRole = masters > 0 ? "DO" : "D";
        return [.. Enumerable.Range(0, count).Select(index =>
        {
            var role = index < masters ? "MO" : index < count - managers ? dataRole : "M";
            return new EmulatedNode($"{clusterName}-{role.ToLowerInvariant()}-{Suffix(FirstSuffix + index)}", role);
        })];
    }

    /// <summary>In no useful order, as the service lists them; but always in the same.</summary>
    public static IReadOnlyList<EmulatedNode> Shuffle(IReadOnlyList<EmulatedNode> nodes)
    {
        // Steps of about five eighths reach every node once if they share no factor with the count.
        var step = (nodes.Count * 5 / 8) + 1;
        while (BigInteger.GreatestCommonDivisor(step, nodes.Count) != 1)
        {
            step++;
        }

        return [.. Enumerable.Range(0, nodes.Count).Select(index => nodes[(index + 1) * step % nodes.Count])];
    }

    private static string Suffix(int number)
    {
        Span<char> text = stackalloc char[4];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[number % Digits.Length];
            number /= Digits.Length;
        }

        return text.ToString();
    }
}
