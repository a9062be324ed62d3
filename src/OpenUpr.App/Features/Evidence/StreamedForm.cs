using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OpenUpr.Evidence;

namespace OpenUpr.App.Features.Evidence;

/// <summary>
/// Reads a form with files as it arrives, part by part. The usual way writes large files to the temporary folder first, in the clear. Fields come
/// before files; among them the form's token, where one is asked for.
/// </summary>
/// <param name="antiforgery">Null for a form of people without an account: it has no cookie, and its secret is in its address.</param>
internal sealed class StreamedForm(HttpContext context, IAntiforgery? antiforgery)
{
    private const int MaxBoundary = 100;
    private const int MaxField = 512 * 1024;
    private const int MaxParts = EvidenceLimits.MaxFiles + 30;
    private const string TokenField = "__RequestVerificationToken";

    private readonly Dictionary<string, string> _fields = [];
    private bool _isProved = antiforgery is null;

    public string? this[string field] => _fields.GetValueOrDefault(field);

    /// <param name="take">Takes a file by its name.</param>
    /// <exception cref="AntiforgeryValidationException">The form's token is missing or another's.</exception>
    /// <exception cref="InvalidDataException">It is not such a form, or was cut off.</exception>
    public async Task ReadAsync(Func<string, Stream, Task> take, CancellationToken cancel)
    {
        var reader = new MultipartReader(Boundary(), context.Request.Body);
        var parts = 0;
        while (await reader.ReadNextSectionAsync(cancel) is { } part)
        {
            if (++parts > MaxParts)
            {
                throw new InvalidDataException("The form has too many parts.");
            }

            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about))
            {
                continue;
            }

            if (about.IsFileDisposition())
            {
                await ProveAsync();
                if (HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).Value is { Length: > 0 } file)
                {
                    await take(file, part.Body);
                }
            }
            else if (about.IsFormDisposition() && HeaderUtilities.RemoveQuotes(about.Name).Value is { Length: > 0 and < 100 } name)
            {
                _fields[name] = await TextAsync(part.Body, cancel);
            }
        }

        await ProveAsync();
    }

    private string Boundary() => MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary ? boundary : throw new InvalidDataException("The form is not one with files.");

    private async Task ProveAsync()
    {
        if (!_isProved)
        {
            context.Request.Headers["RequestVerificationToken"] = _fields.GetValueOrDefault(TokenField) ?? "-";
            await antiforgery!.ValidateRequestAsync(context);
            _isProved = true;
        }
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancel)
    {
        using var text = new MemoryStream();
        var buffer = new byte[8 * 1024];
        while (await body.ReadAsync(buffer, cancel) is var read and > 0)
        {
            text.Write(buffer, 0, read);
            if (text.Length > MaxField)
            {
                throw new InvalidDataException("A field is too long.");
            }
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}

/// <summary>Marks a page that reads its form by <see cref="StreamedForm"/>: nothing else may read it before, and it may be as large as evidence may.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StreamedFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = context.HttpContext.RequestServices.GetRequiredService<EvidenceLimits>().MaxRequestBytes;
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
