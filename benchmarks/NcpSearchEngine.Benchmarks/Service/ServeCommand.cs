using System.CommandLine;
using System.Globalization;

namespace NcpSearchEngine.Benchmarks.Service;

/// <summary><c>serve</c>: the server in a process of its own; it prints a port for each answer and ends with its standard input.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        Argument<string[]> answers = new("answers") { Description = "Answers as NODES:DELAY_MS, such as 8:30.", Arity = ArgumentArity.OneOrMore };
        Command command = new("serve", "Answers every request with prebuilt bytes, until standard input ends.") { answers };
        command.SetAction(async (result, cancellationToken) =>
        {
            foreach (string answer in result.GetValue(answers)!)
            {
                int[] parts = [.. answer.Split(':').Select(static part => int.Parse(part, CultureInfo.InvariantCulture))];
                Console.WriteLine(new AnswerServer(parts[0], TimeSpan.FromMilliseconds(parts[1])).Port.ToString(CultureInfo.InvariantCulture));
            }

            await Console.In.ReadToEndAsync(cancellationToken);
            return 0;
        });
        return command;
    }
}
