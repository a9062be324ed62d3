using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace OpenUpr.App.Security;

/// <summary>
/// Counts wrong tries at the doors (sign-in, invitation codes) by address. Addresses are kept as keyed hashes, in memory, and thrown away with
/// their window and its key.
/// </summary>
internal sealed class AddressTries(TimeProvider time)
{
    /// <summary>Wrong tries of one address in a window; a whole office may stand behind one.</summary>
    public const int Most = 60;

    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>More addresses than this share one count, so that memory has an end.</summary>
    private const int MaxAddresses = 100_000;

    private readonly Lock _turn = new();
    private Window _window = new(0);

    public bool IsOver(HttpContext context) => Current().Of(context.Connection.RemoteIpAddress) >= Most;

    public void Count(HttpContext context) => Current().Add(context.Connection.RemoteIpAddress);

    private Window Current()
    {
        var number = time.GetUtcNow().UtcTicks / Length.Ticks;
        lock (_turn)
        {
            return _window.Number == number ? _window : _window = new Window(number);
        }
    }

    private sealed class Window(long number)
    {
        private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
        private readonly ConcurrentDictionary<string, int> _tries = [];

        public long Number { get; } = number;

        public int Of(IPAddress? address) => _tries.GetValueOrDefault(KeyOf(address));

        public void Add(IPAddress? address) => _tries.AddOrUpdate(KeyOf(address), 1, (_, n) => n + 1);

        private string KeyOf(IPAddress? address)
        {
            var bytes = (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.GetAddressBytes() ?? [];

            // One customer has a whole network of the newer addresses: their first half is what a provider gives out.
            var key = Convert.ToHexString(HMACSHA256.HashData(_key, bytes.AsSpan(0, Math.Min(bytes.Length, 8))));
            return _tries.Count < MaxAddresses || _tries.ContainsKey(key) ? key : "";
        }
    }
}
