using System.Globalization;
using System.Management.Automation;
using System.Security;

namespace NcpSearchEngine.HelpCompiler.Cmdlets;

/// <summary>A parameter, as it is in one of its parameter sets.</summary>
/// <param name="Name">The name, without a dash.</param>
/// <param name="Type">The short name of its type, such as String[].</param>
/// <param name="IsSwitch">Whether it takes no value.</param>
/// <param name="IsMandatory">Whether it has to be given.</param>
/// <param name="Position">The position, from 0; null where it has to be named.</param>
/// <param name="PipelineInput">False, or True and in which ways.</param>
/// <param name="TakesWildcards">Whether wildcards have a meaning in it.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="DefaultValue">What it is where it is not given.</param>
/// <param name="ValidValues">The only values there are; empty where any is good.</param>
internal sealed record ParameterFacts(
    string Name,
    string Type,
    bool IsSwitch,
    bool IsMandatory,
    int? Position,
    string PipelineInput,
    bool TakesWildcards,
    IReadOnlyList<string> Aliases,
    string DefaultValue,
    IReadOnlyList<string> ValidValues)
{
    /// <param name="parameter">The parameter.</param>
    /// <param name="set">What it is in this set.</param>
    /// <param name="defaults">A new cmdlet, whose properties have their defaults.</param>
    internal static ParameterFacts Of(ParameterMetadata parameter, ParameterSetMetadata set, object defaults)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return new ParameterFacts(
            parameter.Name,
            type.Name,
            parameter.SwitchParameter,
            set.IsMandatory,
            set.Position < 0 ? null : set.Position,
            (set.ValueFromPipeline, set.ValueFromPipelineByPropertyName) switch
            {
                (true, true) => "True (ByValue, ByPropertyName)",
                (true, false) => "True (ByValue)",
                (false, true) => "True (ByPropertyName)",
                _ => "False",
            },
            parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            parameter.Aliases,
            TextOf(defaults.GetType().GetProperty(parameter.Name)!.GetValue(defaults)),
            [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(static set => set.ValidValues)]);
    }

    private static string TextOf(object? value) => value switch
    {
        null or "" or SecureString => "None",
        SwitchParameter given => given.IsPresent.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
