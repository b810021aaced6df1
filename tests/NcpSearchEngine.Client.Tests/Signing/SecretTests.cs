using System.Collections;
using System.Reflection;
using System.Text;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The secret is in nothing that anybody can look at.</summary>
public class SecretTests
{
    [Fact]
    public async Task Nothing_that_the_library_hands_out_shows_the_secret()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add("pass then 503/500 then 401/210 then code 10107 then redirect http://127.0.0.1/ then reset");
        SearchEngineClient client = service.Client();
        List<object> seen = [client, client.Endpoint, await client.ReadAsync()];
        for (int i = 0; i < 5; i++)
        {
            seen.Add(await Assert.ThrowsAnyAsync<NcpSearchEngineException>(client.ReadAsync));
        }

        Assert.Equal(6, service.Requests.Count);
        Assert.All(seen, static handedOut => Assert.DoesNotContain(TestKeys.SecretKey, TextOf(handedOut), StringComparison.Ordinal));
    }

    [Fact]
    public void A_credential_shows_its_access_key_only()
    {
        using NcpCredential credential = TestKeys.Credential();

        string text = TextOf(credential);

        Assert.Contains(TestKeys.AccessKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestKeys.SecretKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(TestKeys.SecretKey)), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_after_the_end_of_a_credential_do_not_show_it_either()
    {
        StubService service = new(Answer.Success());
        NcpCredential credential = TestKeys.Credential();
        using SearchEngineClient client = new(SearchEngineEndpoint.Resolve(), credential, service.Options());
        credential.Dispose();

        NcpSearchEngineException exception = await client.FailedAsync(NcpErrorId.SessionClosed);

        Assert.DoesNotContain(TestKeys.SecretKey, TextOf(exception), StringComparison.Ordinal);
    }

    [Fact]
    public void The_search_for_the_secret_finds_one_that_is_there()
    {
        Assert.Contains(TestKeys.SecretKey, TextOf(new { Inner = new[] { new { Text = "x" + TestKeys.SecretKey } } }), StringComparison.Ordinal);
        Assert.Contains(TestKeys.SecretKey, TextOf(new { Bytes = Encoding.UTF8.GetBytes(TestKeys.SecretKey) }), StringComparison.Ordinal);
    }

    /// <summary>All text that public reflection reaches from an object.</summary>
    private static string TextOf(object root)
    {
        StringBuilder text = new();
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Visit(root, depth: 0);
        return text.ToString();

        void Visit(object? value, int depth)
        {
            if (value is null || depth > 6 || (!value.GetType().IsValueType && !seen.Add(value)))
            {
                return;
            }

            text.AppendLine(value.ToString());
            if (value is byte[] bytes)
            {
                text.AppendLine(Encoding.UTF8.GetString(bytes));
            }
            else if (value is ReadOnlyMemory<byte> memory)
            {
                text.AppendLine(Encoding.UTF8.GetString(memory.Span));
            }
            else if (value is IEnumerable items and not string)
            {
                foreach (object? item in items)
                {
                    Visit(item, depth + 1);
                }
            }

            if (value is Exception or not (string or IFormattable or IEnumerable or Delegate or MemberInfo))
            {
                foreach (object? member in MembersOf(value))
                {
                    Visit(member, depth + 1);
                }
            }
        }
    }

    private static IEnumerable<object?> MembersOf(object value)
    {
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            bool isPlain = property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike;
            if (isPlain && property.PropertyType != typeof(MethodBase))
            {
                yield return property.GetValue(value);
            }
        }

        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public))
        {
            yield return field.GetValue(value);
        }
    }
}
