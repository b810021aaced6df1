namespace NcpSearchEngine.HelpCompiler.Pages;

/// <summary>The headings that a cmdlet's page has, those of platyPS and their Korean names.</summary>
internal static class SectionTitles
{
    internal static readonly string[] Synopsis = ["Synopsis", "개요"];
    internal static readonly string[] Description = ["Description", "설명"];
    internal static readonly string[] Examples = ["Examples", "예제"];
    internal static readonly string[] Parameters = ["Parameters", "매개변수"];
    internal static readonly string[] Inputs = ["Inputs", "입력"];
    internal static readonly string[] Outputs = ["Outputs", "출력"];
    internal static readonly string[] Errors = ["Errors", "오류"];
    internal static readonly string[] RelatedLinks = ["Related links", "관련 링크"];

    /// <summary>The sections that are made of items, each under a heading of its own.</summary>
    internal static readonly string[][] WithItems = [Examples, Parameters, Inputs, Outputs];

    /// <summary>In the order of a page.</summary>
    internal static readonly string[][] All = [Synopsis, Description, Examples, Parameters, Inputs, Outputs, Errors, RelatedLinks];
}
