using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace NcpSearchEngine.Emulator;

/// <summary>The command line: its options, and the settings that they make.</summary>
internal sealed class EmulatorCommand : RootCommand
{
    private readonly Option<int> _port = new("--port", "-p")
    {
        Description = "The port to listen on; 0 takes a free one.",
        HelpName = "PORT",
        DefaultValueFactory = _ => 8399,
        CustomParser = argument => ReadNumber(argument, 0, 65_535, "a port"),
    };

    private readonly Option<IPAddress> _listen = new("--listen")
    {
        Description = "The address to listen on. Anything but loopback lets others on the network in.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = argument => Read<IPAddress>(argument, IPAddress.TryParse, "an IP address"),
    };

    private readonly Option<double> _speed = new("--speed")
    {
        Description = "How many times faster than in life upgrades proceed; in life a node takes 90 s.",
        HelpName = "FACTOR",
        DefaultValueFactory = _ => 60,
        CustomParser = argument => Read<double>(argument, TryReadSpeed, "a number above 0"),
    };

    private readonly Option<int> _clusters = new("--clusters")
    {
        Description = "Adds so many more live clusters, numbered from 5000001 on.",
        HelpName = "N",
        CustomParser = argument => ReadNumber(argument, 0, 100_000, "a number of clusters"),
    };

    private readonly Option<int> _nodes = new("--nodes")
    {
        Description = "How many nodes each of those has.",
        HelpName = "N",
        DefaultValueFactory = _ => 8,
        CustomParser = argument => ReadNumber(argument, 1, 1_000, "a number of nodes"),
    };

    private readonly Option<bool> _noExamples = new("--no-examples") { Description = "Leaves the standard clusters out." };

    private readonly Option<bool> _requireRegionNo = new("--require-region-no") { Description = "Refuses progress and upgrade requests without a regionNo." };

    private readonly Option<FaultRule[]> _fault = new("--fault", "-f")
    {
        Description = "Makes something go wrong; may be repeated. See Faults below.",
        HelpName = "RULE",
        CustomParser = Rules,
    };

    private readonly Option<TimeSpan> _clockOffset = new("--clock-offset")
    {
        Description = "Sets the service's clock wrong by so much, for example 10m or -6m.",
        HelpName = "TIME",
        CustomParser = argument => Read<TimeSpan>(argument, FaultText.TryReadDuration, "a time like 90s, 10m or -6m"),
    };

    private readonly Option<string> _accessKey = new("--access-key")
    {
        Description = "The access key id that it accepts.",
        HelpName = "KEY",
        DefaultValueFactory = _ => EmulatorOptions.FakeAccessKey,
    };

    private readonly Option<string> _secretKey = new("--secret-key")
    {
        Description = "The secret key that it accepts; by default a fake one, printed at the start. One given here is never printed.",
        HelpName = "SECRET",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Prints no line for each request." };

    /// <summary>The command, ready to parse.</summary>
    public EmulatorCommand()
        : base("A stand-in for the NAVER Cloud Search Engine Service API, to rehearse and to test against. It needs no account and no network.")
    {
        foreach (var option in new Option[]
        {
            _port, _listen, _speed, _clusters, _nodes, _noExamples, _requireRegionNo, _fault, _clockOffset, _accessKey, _secretKey, _quiet,
        })
        {
            Add(option);
        }

        var help = Options.OfType<HelpOption>().Single();
        help.Action = new LongHelp((HelpAction)help.Action!);
        SetAction((result, cancellationToken) => EmulatorRun.UntilCancelledAsync(
            SettingsOf(result), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, cancellationToken));
    }

    /// <summary>Does what a command line asks for, and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] args, InvocationConfiguration configuration, CancellationToken cancellationToken)
    {
        var result = new EmulatorCommand().Parse(args);
        if (result.Action is ParseErrorAction mistake)
        {
            // What is wrong is one line; the whole help behind it would push it off the screen.
            mistake.ShowHelp = false;
        }

        return result.InvokeAsync(configuration, cancellationToken);
    }

    /// <summary>What a command line without errors asks for.</summary>
    public EmulatorSettings SettingsOf(ParseResult result) => new()
    {
        Options = new EmulatorOptions
        {
            Port = result.GetValue(_port),
            Address = result.GetValue(_listen)!,
            Speed = result.GetValue(_speed),
            Examples = !result.GetValue(_noExamples),
            RequireRegionNo = result.GetValue(_requireRegionNo),
            ClockOffset = result.GetValue(_clockOffset),
            AccessKey = result.GetValue(_accessKey)!,
            SecretKey = result.GetValue(_secretKey) ?? EmulatorOptions.FakeSecretKey,
        },
        Clusters = result.GetValue(_clusters),
        Nodes = result.GetValue(_nodes),
        Faults = result.GetValue(_fault) ?? [],
        IsSecretGiven = result.GetValue(_secretKey) is not null,
        IsQuiet = result.GetValue(_quiet),
    };

    private delegate bool TryRead<T>(string text, out T? value);

    private static T? Read<T>(ArgumentResult argument, TryRead<T> tryRead, string what)
    {
        if (!tryRead(argument.Tokens[0].Value, out var value))
        {
            argument.AddError($"{((OptionResult)argument.Parent!).Option.Name}: '{argument.Tokens[0].Value}' is not {what}.");
        }

        return value;
    }

    private static int ReadNumber(ArgumentResult argument, int least, int most, string what)
    {
        bool TryRead(string text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

        return Read<int>(argument, TryRead, string.Create(CultureInfo.InvariantCulture, $"{what}, {least} to {most}"));
    }

    private static bool TryReadSpeed(string text, out double speed) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out speed) && speed > 0 && double.IsFinite(speed);

    private static FaultRule[] Rules(ArgumentResult argument)
    {
        var rules = new List<FaultRule>();
        foreach (var token in argument.Tokens)
        {
            if (FaultRule.TryParse(token.Value, out var rule, out var error))
            {
                rules.Add(rule);
            }
            else
            {
                argument.AddError(error);
            }
        }

        return [.. rules];
    }
}
