using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenUpr.Benchmarks.Site;

/// <summary>A bare Kestrel that answers every address with the same page.</summary>
internal static class BarePeer
{
    /// <summary>Arguments: bytes of the page, address to listen on.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(args[1]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var page = new byte[int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture)];
        Array.Fill(page, (byte)'x');
        app.Run(context => context.Response.Body.WriteAsync(page).AsTask());
        await app.RunAsync();
        return 0;
    }
}
