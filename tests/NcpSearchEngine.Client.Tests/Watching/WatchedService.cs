using System.Text.Json;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>A stand-in for the network that answers at once, each cluster by its own script, and dates its answers by the clock of the test.</summary>
internal sealed class WatchedService : HttpMessageHandler
{
    private const string Region = "KR";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Func<int, TimeSpan, Answer>> _scripts = [];
    private readonly Dictionary<string, int> _counts = [];
    private readonly List<Reading> _readings = [];
    private readonly List<string> _others = [];
    private SearchEngineClient? _client;
    private int _open;

    public DrivenClock Clock { get; } = new();

    /// <summary>Answers <c>getClusterInfo</c>; by default that is not told.</summary>
    public Func<Answer> Info { get; set; } = static () => Told.Unavailable;

    /// <summary>Answers <c>getClusterInfoList</c>.</summary>
    public Func<Answer> List { get; set; } = static () => Told.Unavailable;

    /// <summary>Where set, an answer takes this long: a test that sets it looks at how many are under way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Readings of progress, in their order.</summary>
    public IReadOnlyList<Reading> Readings => [.. _readings];

    /// <summary>The other operations that were called.</summary>
    public IReadOnlyList<string> Others => [.. _others];

    /// <summary>The most requests that were ever under way at once.</summary>
    public int MostOpen { get; private set; }

    /// <summary>Requests under way.</summary>
    public int Open => _open;

    public IEnumerable<string> Clusters => _scripts.Keys;

    /// <summary>The clusters' client.</summary>
    public SearchEngineClient Client => _client ??= MakeClient(Region);

    public SearchEngineClient MakeClient(string region, TimeSpan? utcOffset = null) => new(
        SearchEngineEndpoint.Resolve(region: region),
        TestKeys.Credential(),
        new SearchEngineClientOptions { HttpMessageHandler = this, TimeProvider = Clock, UtcOffset = utcOffset });

    /// <summary>The first reading gets the first answer, and all beyond the last answer the last.</summary>
    public WatchedService Tells(string no, params IEnumerable<object> answers)
    {
        Answer[] all = [.. answers.SelectMany(static answer => answer switch
        {
            WireProgress progress => [progress.AsAnswer()],
            Answer one => [one],
            _ => (IEnumerable<Answer>)answer,
        })];
        return Tells(no, (index, _) => all[Math.Min(index, all.Length - 1)]);
    }

    /// <summary>Answers by the number of the reading and the time since the beginning.</summary>
    public WatchedService Tells(string no, Func<int, TimeSpan, Answer> script)
    {
        _scripts[no] = script;
        return this;
    }

    /// <summary>When a cluster was read.</summary>
    public TimeSpan[] ReadingsOf(string no) => [.. Readings.Where(reading => reading.No == no).Select(static reading => reading.At)];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        }

        lock (_gate)
        {
            MostOpen = Math.Max(MostOpen, ++_open);
        }

        Answer answer = Find(request);
        if (answer.Status < 0 || Delay > TimeSpan.Zero)
        {
            return AnswerLaterAsync(answer, cancellationToken);
        }

        Close();
        return answer.Status == 0
            ? Task.FromException<HttpResponseMessage>(new HttpRequestException("broken"))
            : Task.FromResult(Dated(answer).ToMessage());
    }

    protected override void Dispose(bool disposing)
    {
        _client?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> AnswerLaterAsync(Answer answer, CancellationToken cancellationToken)
    {
        // Whoever completes this runs what follows, up to the answer's place in the queue of the wait.
        TaskCompletionSource done = new();
        using CancellationTokenRegistration given = cancellationToken.Register(() => done.TrySetCanceled(cancellationToken));
        using ITimer? timer = answer.Status < 0 ? null : Clock.CreateTimer(_ => done.TrySetResult(), null, Delay, Timeout.InfiniteTimeSpan);
        try
        {
            await done.Task.ConfigureAwait(false);
            return Dated(answer).ToMessage();
        }
        finally
        {
            Close();
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _open--;
        }

        Clock.Answered();
    }

    private Answer Dated(Answer answer) => answer.Date == PromptClock.Begin ? answer with { Date = Clock.GetUtcNow() } : answer;

    private Answer Find(HttpRequestMessage request)
    {
        string operation = request.RequestUri!.Segments.First(static segment => segment.StartsWith("get", StringComparison.Ordinal)).TrimEnd('/');
        if (operation != "getRollingUpgradeProgress")
        {
            Clock.AskedForMore();
            lock (_gate)
            {
                _others.Add(operation);
            }

            return operation == "getClusterInfo" ? Info() : List();
        }

        using JsonDocument body = JsonDocument.Parse(request.Content!.ReadAsStream());
        string no = body.RootElement.GetProperty("serviceGroupInstanceNo").GetString()!;
        TimeSpan at = Clock.Elapsed;
        int index;
        lock (_gate)
        {
            index = _counts[no] = _counts.GetValueOrDefault(no, -1) + 1;
            _readings.Add(new Reading(no, at));
        }

        return _scripts[no](index, at);
    }
}

/// <summary>A request for progress.</summary>
internal sealed record Reading(string No, TimeSpan At);
