using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>What goes wrong with a request, or with several one after the other. Its text is what the fault syntax calls it.</summary>
public sealed partial class FaultAction
{
    private readonly string _name;
    private readonly FaultStep? _step;
    private readonly (FaultAction Action, int Times)[] _runs;

    private FaultAction(string name, FaultStep step)
    {
        _name = name;
        _step = step;
        _runs = [(this, 1)];
    }

    private FaultAction(IEnumerable<(FaultAction Action, int Times)> runs)
    {
        _name = "";
        _runs = [.. runs];
    }

    /// <summary>How many requests it takes to play it once.</summary>
    public long Length => _runs.Sum(run => (long)run.Times);

    /// <summary>These, one request after the other; after the last one, the last one again.</summary>
    public static FaultAction Sequence(params IReadOnlyList<FaultAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return actions.Count > 0
            ? new FaultAction(actions.SelectMany(action => action._runs))
            : throw new ArgumentException("A sequence needs at least one action.", nameof(actions));
    }

    /// <summary>Anything at all: answer yourself, or change what the next step answers.</summary>
    public static FaultAction Custom(FaultStep step) => new("custom", step);

    /// <summary>This for one request, then the other for the next; after the last one, the last one again.</summary>
    public FaultAction Then(FaultAction next) => Sequence(this, next);

    /// <summary>This for so many requests.</summary>
    public FaultAction Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return _runs is [var run]
            ? new FaultAction([(run.Action, checked(run.Times * count))])
            : new FaultAction(Enumerable.Repeat(_runs, count).SelectMany(runs => runs));
    }

    /// <summary>Both for the same request, this one outside: <c>Delay(…).And(Gateway(503, 500))</c>, <c>Truncate().And(Gzip())</c>.</summary>
    public FaultAction And(FaultAction inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (_step is not { } outerStep || inner._step is not { } innerStep)
        {
            throw new ArgumentException("What happens to one request after the other can't happen to the same one.", nameof(inner));
        }

        return new FaultAction($"{_name} + {inner._name}", (request, next) => outerStep(request, () => innerStep(request, next)));
    }

    /// <inheritdoc/>
    public override string ToString() => Written(Length);

    /// <summary>The text of a rule that plays this for so many requests; without a count, for all that follow.</summary>
    internal string Written(long? count)
    {
        var left = count ?? long.MaxValue;
        var steps = new List<string>();
        for (var i = 0; i < _runs.Length && left > 0; i++)
        {
            var isLast = i == _runs.Length - 1;
            var times = isLast ? left : Math.Min(left, _runs[i].Times);
            left -= times;
            steps.Add(_runs[i].Action._name + (isLast && count is null ? ""
                : times == 1 && left > 0 ? ""
                : string.Create(CultureInfo.InvariantCulture, $" x{times}")));
        }

        return string.Join(" then ", steps);
    }

    /// <summary>The action for the request with this number, counted from 0.</summary>
    internal FaultAction At(long index)
    {
        foreach (var (action, times) in _runs)
        {
            index -= times;
            if (index < 0)
            {
                return action;
            }
        }

        return _runs[^1].Action;
    }

    internal string Name => _name;

    internal ValueTask<EmulatedAnswer> AnswerAsync(EmulatedRequestContext request, Func<ValueTask<EmulatedAnswer>> next) => _step!(request, next);
}

/// <summary>A step on a request's way: it answers itself, or lets the next one answer.</summary>
/// <param name="request">The request.</param>
/// <param name="next">What answers where this does not.</param>
public delegate ValueTask<EmulatedAnswer> FaultStep(EmulatedRequestContext request, Func<ValueTask<EmulatedAnswer>> next);
