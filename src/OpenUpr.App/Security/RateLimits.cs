using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Security;

/// <summary>How often one address may ask.</summary>
internal sealed record RateRule(string Name, TimeSpan Window)
{
    public static RateRule Api { get; } = new("api", TimeSpan.FromMinutes(1));

    /// <summary>Drafts that the writing help reads; while a person types it asks about once a second.</summary>
    public static RateRule Drafts { get; } = new("drafts", TimeSpan.FromMinutes(1));

    /// <summary>Looks through the door of a drop box, right or wrong: so few that codes cannot be guessed.</summary>
    public static RateRule Drops { get; } = new("drops", TimeSpan.FromMinutes(10));

    /// <summary>Calendar feeds by secret link, right or wrong; a whole office behind one address asks for each feed a few times an hour.</summary>
    public static RateRule Feeds { get; } = new("feeds", TimeSpan.FromMinutes(10));

    public static RateRule Dump { get; } = new("dump", TimeSpan.FromHours(1));
}

/// <summary>
/// Counts requests by address in windows that are the same for everyone, so that counts and addresses are thrown away together when a
/// window ends; nothing of them is written anywhere. Addresses that a proxy claims are not believed: behind one, all readers are one.
/// </summary>
internal sealed class RateLimits(ServeOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Whole databases that one address may fetch in an hour.</summary>
    public const int Dumps = 10;

    /// <summary>Tries at drop boxes from one address in ten minutes.</summary>
    public const int Drops = 60;

    /// <summary>Calendar feeds that one address may ask for in ten minutes.</summary>
    public const int Feeds = 120;

    /// <summary>More addresses than this in one window share one count, so that memory has an end.</summary>
    private const int MaxAddresses = 100_000;

    private readonly ConcurrentDictionary<string, Window> _windows = [];
    private long _refused;

    /// <summary>Requests refused since the start.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    public bool IsOff => options.ApiRate == 0;

    public int LimitOf(RateRule rule) => rule == RateRule.Dump ? Dumps : rule == RateRule.Drops ? Drops : rule == RateRule.Feeds ? Feeds : options.ApiRate;

    /// <summary>Counts the request and says so in the answer's headers; false when it was one too many, and the refusal is then written.</summary>
    public async Task<bool> TryTakeAsync(RateRule rule, HttpContext context)
    {
        if (IsOff)
        {
            return true;
        }

        var now = time.GetUtcNow();
        var window = Current(rule, now);
        var used = window.Add(KeyOf(context.Connection.RemoteIpAddress));
        var (limit, seconds) = (LimitOf(rule), Math.Max(1, (int)Math.Ceiling((window.End - now).TotalSeconds)));
        context.Features.Set(new RateState(limit, Math.Max(0, limit - used), seconds, used > limit));
        if (used <= limit)
        {
            return true;
        }

        Interlocked.Increment(ref _refused);
        await Problem.WriteAsync(context, StatusCodes.Status429TooManyRequests, Numbers.Fill(ApiWords.Error_TooManyDetail, limit, seconds, (int)rule.Window.TotalMinutes));
        return false;
    }

    public void Dispose()
    {
        foreach (var window in _windows.Values)
        {
            window.Dispose();
        }
    }

    private Window Current(RateRule rule, DateTimeOffset now)
    {
        var number = now.UtcTicks / rule.Window.Ticks;
        while (true)
        {
            var window = _windows.GetOrAdd(rule.Name, name => Begin(name, rule, number, now));
            if (window.Number == number)
            {
                return window;
            }

            Drop(rule.Name, window);
        }
    }

    private Window Begin(string name, RateRule rule, long number, DateTimeOffset now)
    {
        var window = new Window(number, new DateTimeOffset((number + 1) * rule.Window.Ticks, TimeSpan.Zero));
        window.Forget(time.CreateTimer(_ => Drop(name, window), null, window.End - now, Timeout.InfiniteTimeSpan));
        return window;
    }

    private void Drop(string name, Window window)
    {
        if (_windows.TryRemove(new KeyValuePair<string, Window>(name, window)))
        {
            window.Dispose();
        }
    }

    /// <summary>One customer has a whole network of the newer addresses: their first half is what a provider gives out.</summary>
    private static UInt128 KeyOf(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain?.GetAddressBytes() switch
        {
            { Length: 4 } four => new UInt128(4, BinaryPrimitives.ReadUInt32BigEndian(four)),
            { Length: 16 } sixteen => new UInt128(6, BinaryPrimitives.ReadUInt64BigEndian(sixteen)),
            _ => 0,
        };
    }

    private sealed class Window(long number, DateTimeOffset end) : IDisposable
    {
        private readonly ConcurrentDictionary<UInt128, int> _used = [];
        private ITimer? _timer;

        public long Number { get; } = number;

        public DateTimeOffset End { get; } = end;

        public int Add(UInt128 key) => _used.AddOrUpdate(_used.Count < MaxAddresses || _used.ContainsKey(key) ? key : 0, 1, (_, used) => used == int.MaxValue ? used : used + 1);

        public void Forget(ITimer timer) => _timer = timer;

        public void Dispose()
        {
            _timer?.Dispose();
            _used.Clear();
        }
    }
}

/// <summary>What the headers of an answer say about the reader's count.</summary>
internal sealed record RateState(int Limit, int Remaining, int Seconds, bool Refused)
{
    public void WriteTo(IHeaderDictionary headers)
    {
        headers["RateLimit-Limit"] = Text(Limit);
        headers["RateLimit-Remaining"] = Text(Remaining);
        headers["RateLimit-Reset"] = Text(Seconds);
        if (Refused)
        {
            headers.RetryAfter = Text(Seconds);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
