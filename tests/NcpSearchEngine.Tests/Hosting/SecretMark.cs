using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>A secret that is easy to find again, and the search for it: whole, in part, or as Base64, in everything an object can be asked for.</summary>
internal sealed class SecretMark
{
    internal const string Text = "sEcReTmArKeR0123456789zYxWvUtSrQpOnMlKjI";

    private const int Part = 8;
    private const int Deepest = 12;

    private static readonly string[] _parts = [.. Enumerable.Range(0, Text.Length - Part + 1).Select(static i => Text.Substring(i, Part)), .. Base64Parts()];

    private readonly HashSet<object> _visited = new(ReferenceEqualityComparer.Instance);

    internal int Visited { get; private set; }

    internal void AssertAbsentFrom(IEnumerable<object?> items)
    {
        foreach (object? item in items)
        {
            Visit(item, depth: 0);
        }
    }

    private static IEnumerable<string> Base64Parts()
    {
        // At each of the three places that it can have in a longer text.
        for (int shift = 0; shift < 3; shift++)
        {
            string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', shift) + Text));
            yield return encoded[4..^4];
        }
    }

    private void Visit(object? value, int depth)
    {
        if (value is null || depth > Deepest || value is Type or Pointer or Delegate or Assembly || (value is not string and not ValueType && !_visited.Add(value)))
        {
            return;
        }

        Visited++;
        string text = value as string ?? value.ToString() ?? string.Empty;
        Assert.All(_parts, part => Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase));
        switch (value)
        {
            case string:
                return;
            case PSObject wrapped:
                Visit(wrapped.BaseObject, depth);
                break;
            case byte[] bytes:
                Visit(Encoding.UTF8.GetString(bytes), depth + 1);
                return;
            case IEnumerable items:
                foreach (object? item in items)
                {
                    Visit(item, depth + 1);
                }

                break;
        }

        bool isOurs = value.GetType().FullName?.StartsWith("NcpSearchEngine.", StringComparison.Ordinal) == true;
        if (!isOurs && value is not (Exception or ErrorRecord or InformationRecord or ProgressRecord))
        {
            return;
        }

        BindingFlags reach = BindingFlags.Instance | BindingFlags.Public | (isOurs ? BindingFlags.NonPublic : BindingFlags.Default);
        foreach (PropertyInfo property in value.GetType().GetProperties(reach).Where(static property => property.GetIndexParameters().Length == 0))
        {
            try
            {
                Visit(property.GetValue(value), depth + 1);
            }
            catch (TargetInvocationException)
            {
                // A property that can't be had shows nothing.
            }
        }
    }
}
