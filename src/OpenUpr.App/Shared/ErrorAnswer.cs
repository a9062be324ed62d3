using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.Storage;

namespace OpenUpr.App.Shared;

/// <summary>What the error page says.</summary>
public sealed record ErrorView(int Status, string Heading, string Detail);

/// <summary>The one place where a refusal or a failure becomes an answer: a page for people, problem details for programs.</summary>
internal static class ErrorAnswer
{
    public const string ProblemType = "application/problem+json";

    /// <summary>Where errors are explained; it also names the kind of problem, as problem details want.</summary>
    public const string HelpAddress = "/api#errors";

    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteAsync, StatusCodeSelector = StatusOf });
        app.UseStatusCodePages(status => WriteAsync(status.HttpContext));
    }

    /// <summary>A database that is away comes back; programs then ask again, where they would give up a failure.</summary>
    private static int StatusOf(Exception e) => StoreException.DatabaseFailure(e) is null && !StoreException.IsDiskFull(e) ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;

    private static Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var isFull = StoreException.IsDiskFull(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        var view = ViewOf(status, isFull ? new Problem(Words.Error_StoreFull) : context.Features.Get<Problem>());
        context.Response.Headers.CacheControl = "no-store";
        return WantsJson(context.Request) ? WriteJsonAsync(context, view) : WritePageAsync(context, view);
    }

    private static string Heading(int status) => status switch
    {
        StatusCodes.Status404NotFound => Words.Error_NotFound,
        StatusCodes.Status405MethodNotAllowed => Words.Error_Method,
        StatusCodes.Status429TooManyRequests => ApiWords.Error_TooMany,
        >= 500 => Words.Error_Failed,
        _ => Words.Error_Refused,
    };

    private static string Detail(int status) => status switch
    {
        StatusCodes.Status404NotFound => Words.Error_NotFoundDetail,
        StatusCodes.Status405MethodNotAllowed => Words.Error_MethodDetail,
        StatusCodes.Status503ServiceUnavailable => Words.Error_StoreAway,
        >= 500 => Words.Error_FailedDetail,
        _ => Words.Error_RefusedDetail,
    };

    /// <summary>Programs ask for files and JSON, people for pages; a page in place of a file would only be saved under the wrong name.</summary>
    public static bool WantsJson(HttpRequest request)
    {
        if (Path.HasExtension(request.Path.Value) || ApiCatalogue.Holds(request.Path))
        {
            return true;
        }

        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private static Task WriteJsonAsync(HttpContext context, ErrorView view)
    {
        context.Response.ContentType = ProblemType;
        return JsonSerializer.SerializeAsync(context.Response.Body, Describe(view, context.Features.Get<Problem>()), ApiJson.Sent.ProblemAnswer, context.RequestAborted);
    }

    /// <summary>An error as programs get it.</summary>
    public static ProblemAnswer Describe(int status, Problem? problem = null) => Describe(ViewOf(status, problem), problem);

    private static ProblemAnswer Describe(ErrorView view, Problem? problem) =>
        new(HelpAddress, view.Heading, view.Status, view.Detail, [.. problem?.Problems.Select(p => new ProblemPart(p.Field, p.Value, p.Message, p.Suggestions)) ?? []]);

    private static ErrorView ViewOf(int status, Problem? problem) => new(status, Heading(status), problem?.Detail ?? Detail(status));

    private static Task WritePageAsync(HttpContext context, ErrorView view)
    {
        var data = new ViewDataDictionary<ErrorView>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = view };
        return new ViewResult { ViewName = "/Shared/Error.cshtml", ViewData = data, StatusCode = view.Status }
            .ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));
    }
}
