using System.Globalization;
using System.Management.Automation;
using static System.FormattableString;

namespace NcpSearchEngine.Hosts;

/// <summary>What the views of NcpSearchEngine.Format.ps1xml show. Each method takes any object, also a deserialized one, and never throws.</summary>
public static class View
{
    /// <summary>A text for a cell, made harmless.</summary>
    /// <param name="value">An object.</param>
    /// <param name="property">One of its properties.</param>
    /// <returns>Its text; empty where there is none.</returns>
    public static string Text(object? value, string property) => CellText.Harmless(Convert.ToString(Get(value, property), CultureInfo.InvariantCulture));

    /// <summary>A state, in colour where the host has colour.</summary>
    /// <param name="value">An object with a State.</param>
    /// <returns>The state's name.</returns>
    public static string State(object? value) => StateColor.Paint(Text(value, "State"));

    /// <summary>Month, day and time of day, in the zone of the service.</summary>
    /// <param name="value">An object.</param>
    /// <param name="property">One of its dates.</param>
    /// <returns>Such as <c>03-24 17:11:28</c>; empty where there is none.</returns>
    public static string ShortTime(object? value, string property) => Time(value, property, "MM-dd HH:mm:ss");

    /// <summary>Time of day, in the zone of the service: all that a line of what happens now has room for.</summary>
    /// <param name="value">An object.</param>
    /// <param name="property">One of its dates.</param>
    /// <returns>Such as <c>17:11:28</c>; empty where there is none.</returns>
    public static string TimeOfDay(object? value, string property) => Time(value, property, "HH:mm:ss");

    /// <summary>Date and time with the zone of the service.</summary>
    /// <param name="value">An object.</param>
    /// <param name="property">One of its dates.</param>
    /// <returns>Such as <c>2025-03-24 17:11:28 +09:00</c>; empty where there is none.</returns>
    public static string LongTime(object? value, string property) => Time(value, property, "yyyy-MM-dd HH:mm:ss zzz");

    /// <summary>Both versions.</summary>
    /// <param name="value">An object with CurrentVersionCode and TargetVersionCode.</param>
    /// <returns>Such as <c>2140-&gt;2150</c>; empty where neither is known.</returns>
    public static string Versions(object? value)
    {
        string current = Text(value, "CurrentVersionCode"), target = Text(value, "TargetVersionCode");
        return current.Length == 0 && target.Length == 0 ? string.Empty : $"{OrUnknown(current)}->{OrUnknown(target)}";
    }

    /// <summary>How many nodes are done, of how many.</summary>
    /// <param name="value">A summary, or a node.</param>
    /// <returns>Such as <c>1/8</c>; empty where it can't be told.</returns>
    public static string Done(object? value)
    {
        if (Base(value) is RollingUpgradeNode node)
        {
            return Invariant($"{node.Upgrade.CompletedCount}/{node.Upgrade.ExpectedNodeCount}");
        }

        string completed = Text(value, "CompletedCount"), count = Text(value, "NodeCount");
        return completed.Length == 0 ? string.Empty : $"{completed}/{OrUnknown(count)}";
    }

    /// <summary>How many nodes are done, of how many, and in percent.</summary>
    /// <param name="value">A summary.</param>
    /// <returns>Such as <c>1/8  12%</c>.</returns>
    public static string DoneInPercent(object? value) => $"{Done(value)} {Text(value, "PercentComplete"),3}%";

    /// <summary>The head of a cluster's nodes.</summary>
    /// <param name="value">A node.</param>
    /// <returns>Such as <c>cluster000 (3427188)  2140-&gt;2150  1/8 done</c>.</returns>
    public static string ClusterHead(object? value)
    {
        string head = CellText.Cluster(Text(value, "ClusterName"), Text(value, "ServiceGroupInstanceNo"));
        string versions = Versions(value), done = Done(value);
        head += versions.Length == 0 ? string.Empty : "  " + versions;
        return done.Length == 0 ? head : $"{head}  {done} done";
    }

    /// <summary>How many nodes a cluster has, of whatever role.</summary>
    /// <param name="value">A cluster.</param>
    /// <returns>Such as <c>8</c>; empty where no number is known.</returns>
    public static string NodeTotal(object? value)
    {
        long? total = null;
        foreach (string property in new[] { "ManagerNodeCount", "DataNodeCount", "MasterNodeCount" })
        {
            if (int.TryParse(Text(value, property), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            {
                total = (total ?? 0) + count;
            }
        }

        return Invariant($"{total}");
    }

    private static string OrUnknown(string text) => text.Length == 0 ? "?" : text;

    private static string Time(object? value, string property, string format)
    {
        object? time = Base(Get(value, property));
        try
        {
            return time switch
            {
                null => string.Empty,
                DateTimeOffset known => known.ToString(format, CultureInfo.InvariantCulture),
                DateTime known => known.ToString(format.Replace(" zzz", string.Empty), CultureInfo.InvariantCulture),
                string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset known) =>
                    known.ToString(format, CultureInfo.InvariantCulture),
                _ when DeserializedMoment.Read(Get(value, property)) is { } known => known.ToString(format, CultureInfo.InvariantCulture),
                _ => CellText.Harmless(Convert.ToString(time, CultureInfo.InvariantCulture)),
            };
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            return string.Empty;
        }
    }

    private static object? Get(object? value, string property)
    {
        try
        {
            return value is null ? null : PSObject.AsPSObject(value).Properties[property]?.Value;
        }
        catch (ExtendedTypeSystemException)
        {
            return null;
        }
    }

    private static object? Base(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
