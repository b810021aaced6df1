namespace NcpSearchEngine.Reports;

/// <summary>A sign for each state, told apart by its shape too. The text beside it says the same, so a screen reader passes it over.</summary>
internal static class HtmlIcon
{
    internal const string Completed = "completed";
    internal const string Failed = "failed";
    internal const string InProgress = "progress";
    internal const string Pending = "pending";

    /// <param name="tone">One of the names above, which are classes of the style sheet.</param>
    internal static string Of(string tone)
    {
        string shape = tone switch
        {
            Completed => "<path d=\"M4.5 8.5l2.4 2.4 4.8-5.4\"/>",
            Failed => "<path d=\"M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4\"/>",
            InProgress => "<path d=\"M8 4.4V8l2.4 1.8\"/>",
            _ => "<path d=\"M5 8h6\"/>",
        };
        return $"<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"8\" r=\"7\"/>{shape}</svg>";
    }
}
