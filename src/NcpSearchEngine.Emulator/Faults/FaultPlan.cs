namespace NcpSearchEngine.Emulator;

/// <summary>
/// The rules by which things go wrong. The first one that hits a request decides. It may be changed while the emulator runs, from any thread.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private FaultRule[] _rules = [];

    internal FaultPlan()
    {
    }

    /// <summary>The rules, those that are over too.</summary>
    public IReadOnlyList<FaultRule> Rules => Volatile.Read(ref _rules);

    /// <summary>Adds a rule behind the others.</summary>
    public FaultRule Add(FaultRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (_lock)
        {
            _rules = [.. _rules, rule];
        }

        return rule;
    }

    /// <summary>Adds a rule in the fault syntax; a <see cref="FormatException"/> says what is wrong with it.</summary>
    public FaultRule Add(string rule) => Add(FaultRule.Parse(rule));

    /// <summary>Adds a rule for these requests; without a count an action hits all of them.</summary>
    public FaultRule Add(FaultAction action, string? operation = null, string? clusterNo = null, long? count = null) =>
        Add(new FaultRule { Action = action, Operation = operation, ClusterNo = clusterNo, Count = count });

    /// <summary>Removes a rule; false where it is not there.</summary>
    public bool Remove(FaultRule rule)
    {
        lock (_lock)
        {
            var before = _rules.Length;
            _rules = [.. _rules.Where(candidate => candidate != rule)];
            return _rules.Length < before;
        }
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules = [];
        }
    }

    internal ValueTask<EmulatedAnswer> AnswerAsync(EmulatedRequestContext request, Func<ValueTask<EmulatedAnswer>> next)
    {
        if (Hit(request.Operation, request.ClusterNo) is not { } action)
        {
            return next();
        }

        request.Record.Fault = action.Name;
        return action.AnswerAsync(request, next);
    }

    private FaultAction? Hit(string? operation, string? clusterNo)
    {
        if (Volatile.Read(ref _rules).Length == 0)
        {
            return null;
        }

        lock (_lock)
        {
            foreach (var rule in _rules)
            {
                if (rule.Hit(operation, clusterNo) is { } action)
                {
                    return action;
                }
            }

            return null;
        }
    }
}
