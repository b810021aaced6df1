using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>The small language of faults: <c>503/500 x3 then reset on getRollingUpgradeProgress 3427188</c>.</summary>
internal sealed class FaultSyntax
{
    private readonly FaultWords _words;

    private FaultSyntax(FaultWords words) => _words = words;

    /// <summary>The whole language on one screen, for <c>--help</c> and the administration page.</summary>
    public static IReadOnlyList<string> Description { get; } =
    [
        "RULE    STEP [then STEP]... [P%] [seed N] [on [OPERATION] [CLUSTER]]",
        "STEP    ACTION [+ ACTION]... [xN]     N requests; the last step without xN: all that follow",
        "ACTION  503/500 [MESSAGE [DETAILS]]   an error of the gateway: HTTP status / errorCode",
        "        code N [MESSAGE] [at STATUS]  an error of the service: its envelope with this code (at 200)",
        "        throttle[/CODE] [TIME [date]] 429, with Retry-After in seconds or as a date",
        "        delay TIME                    the answer comes later",
        "        reset                         the connection is reset before an answer",
        "        truncate [BYTES]              the answer breaks off (in the middle)",
        "        garbage                       bytes that are no HTTP",
        "        endless [slow] [BYTES]        a body without end (until BYTES)",
        "        body TEXT [TYPE] [STATUS]     this text as the body",
        "        empty [STATUS]                no body",
        "        redirect URL [STATUS]         302 with Location",
        "        gzip                          the answer compressed",
        "        no-date                       the answer without a Date header",
        "        clock TIME                    from now on the service's clock is so far off",
        "        pass                          no fault: a pause in a sequence",
        "TIME    250ms  2s  10m  1h  -6m       texts with spaces in \"quotes\" or 'quotes'",
    ];

    public static bool TryParse(string text, [NotNullWhen(true)] out FaultRule? rule, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            rule = new FaultSyntax(FaultWords.Split(text)).Rule();
            error = null;
            return true;
        }
        catch (FormatException exception)
        {
            rule = null;
            error = $"Fault '{text}': {exception.Message}";
            return false;
        }
    }

    private FaultRule Rule()
    {
        FaultAction? actions = null;
        bool isCounted;
        do
        {
            var step = Step();
            isCounted = _words.TryTakeNumber('x', out var times);
            if (isCounted)
            {
                step = times > 0 ? step.Times(times) : throw new FormatException("x0 would never happen; the least is x1.");
            }

            actions = actions is null ? step : actions.Then(step);
        }
        while (_words.TryTake("then"));

        var probability = _words.TryTakePercent(out var percent) ? percent / 100 : 1;
        var seed = _words.TryTake("seed") ? _words.TakeNumber("a number after 'seed'") : 0;
        var (operation, clusterNo) = _words.TryTake("on") ? Target() : (null, null);
        _words.ExpectEnd();
        return new FaultRule
        {
            Action = actions,
            Count = isCounted ? actions.Length : null,
            Probability = probability,
            Seed = seed,
            Operation = operation,
            ClusterNo = clusterNo,
        };
    }

    private FaultAction Step()
    {
        var step = Action();
        return _words.TryTake("+") ? step.And(Step()) : step;
    }

    private FaultAction Action()
    {
        var name = _words.TakeUnquoted("an action");
        return name switch
        {
            "pass" => FaultAction.Pass(),
            "reset" => FaultAction.Reset(),
            "garbage" => FaultAction.Garbage(),
            "gzip" => FaultAction.Gzip(),
            "no-date" => FaultAction.NoDate(),
            "delay" => FaultAction.Delay(Wait(_words.TakeDuration())),
            "clock" => FaultAction.Clock(_words.TakeDuration()),
            "truncate" => FaultAction.Truncate(_words.TryTakeNumber(null, out var after) ? after : null),
            "endless" => FaultAction.Endless(_words.TryTake("slow"), _words.TryTakeNumber(null, out var cap) ? cap : null),
            "empty" => FaultAction.Empty(Status(200)),
            "redirect" => FaultAction.Redirect(_words.Take("a URL after 'redirect'"), Status(302)),
            "body" => FaultAction.Body(_words.Take("a text after 'body'"), _words.TryTakeMediaType() ?? EmulatedAnswer.JsonContentType, Status(200)),
            "code" => FaultAction.Service(_words.TakeNumber("a number after 'code'"), _words.TryTakeText(), StatusAfterAt()),
            "throttle" => Throttle(410),
            _ when name.StartsWith("throttle/", StringComparison.Ordinal) => Throttle(Number(name["throttle/".Length..], name)),
            _ when name.Split('/') is [var status, var code] =>
                FaultAction.Gateway(CheckedStatus(Number(status, name)), Number(code, name), _words.TryTakeText(), _words.TryTakeText()),
            _ => throw new FormatException(
                $"'{name}' is no action. Actions are 503/500, code, throttle, delay, reset, truncate, garbage, endless, body, empty, redirect, gzip, no-date, "
                + "clock, pass."),
        };
    }

    private FaultAction Throttle(int errorCode) => _words.TryTakeDuration(out var wait)
        ? FaultAction.Throttle(Wait(wait), _words.TryTake("date"), errorCode)
        : FaultAction.Throttle(null, asDate: false, errorCode);

    private int Status(int otherwise) => _words.TryTakeNumber(null, out var status) ? CheckedStatus(status) : otherwise;

    private int StatusAfterAt() => _words.TryTake("at") ? CheckedStatus(_words.TakeNumber("a status after 'at'")) : 200;

    private (string? Operation, string? ClusterNo) Target()
    {
        var first = _words.Take("an operation or a cluster number after 'on'");
        if (first.All(char.IsAsciiDigit))
        {
            return (null, first);
        }

        var operation = OperationNames.All.FirstOrDefault(name => string.Equals(name, first, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"'{first}' is no operation. Operations are {string.Join(", ", OperationNames.All)}.");
        return (operation, _words.TryTakeDigits());
    }

    private static TimeSpan Wait(TimeSpan wait) => wait >= TimeSpan.Zero && wait <= FaultAction.LongestWait
        ? wait
        : throw new FormatException("A time to wait can't be negative, nor longer than a day.");

    private static int Number(string text, string word) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"'{word}' is not two numbers with a slash, like 503/500.");

    private static int CheckedStatus(int status) => status is >= 200 and <= 599
        ? status
        : throw new FormatException($"{status} is no HTTP status that can be answered; those are 200 to 599.");
}
