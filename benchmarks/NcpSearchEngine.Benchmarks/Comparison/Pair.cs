namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>Two things measured side by side, round by round.</summary>
internal sealed record Pair(double[] Ours, double[] Reference)
{
    internal double OursMedian => Median(Ours);

    internal double ReferenceMedian => Median(Reference);

    internal double Ratio => OursMedian / ReferenceMedian;

    /// <summary>The middle half of the rounds' own ratios: how far noise reaches.</summary>
    internal (double Lower, double Upper) Quartiles
    {
        get
        {
            double[] ratios = [.. Ours.Zip(Reference, static (ours, reference) => ours / reference).Order()];
            return (ratios[ratios.Length / 4], ratios[ratios.Length * 3 / 4]);
        }
    }

    /// <summary>Measures both in each round, each first in every other round, so that what else the machine does hits both alike.</summary>
    internal static Pair Interleave(int rounds, int warmUps, Func<double> ours, Func<double> reference)
    {
        (double[] Ours, double[] Reference) values = (new double[rounds], new double[rounds]);
        for (int round = -warmUps; round < rounds; round++)
        {
            (double one, double other) = (0, 0);
            if (round % 2 == 0)
            {
                one = ours();
                other = reference();
            }
            else
            {
                other = reference();
                one = ours();
            }

            if (round >= 0)
            {
                (values.Ours[round], values.Reference[round]) = (one, other);
            }
        }

        return new Pair(values.Ours, values.Reference);
    }

    internal static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
