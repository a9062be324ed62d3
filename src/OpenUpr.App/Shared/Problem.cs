using OpenUpr.Search;

namespace OpenUpr.App.Shared;

/// <summary>Why a request is refused, in a sentence for the reader.</summary>
public sealed record Problem(string Detail)
{
    /// <summary>What exactly is wrong, where that can be told part by part.</summary>
    public IReadOnlyList<QueryProblem> Problems { get; init; } = [];

    /// <summary>Ends the request with a status and the sentence that explains it; <see cref="ErrorAnswer"/> then writes it.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Features.Set(new Problem(detail));
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <summary>The one shape of an error for programs: problem details (RFC 9457) with the parts that are wrong.</summary>
/// <param name="Problems">One for each part of the question that cannot be meant as it is; empty where the error is about something else.</param>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string Detail, IReadOnlyList<ProblemPart> Problems);

/// <summary>A part of a question that cannot be meant as it is.</summary>
/// <param name="Field">The parameter or filter; null for the words of the query.</param>
/// <param name="Suggestions">What may have been meant instead.</param>
internal sealed record ProblemPart(string? Field, string Value, string Message, IReadOnlyList<string> Suggestions);
