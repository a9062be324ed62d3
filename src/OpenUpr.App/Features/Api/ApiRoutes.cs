using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Api;

/// <summary>Gives each operation its address, and every request the same way to its answer.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var reference = routes.ServiceProvider.GetRequiredService<Store>().Reference;
        foreach (var operation in ApiCatalogue.Operations(reference))
        {
            // A plain delegate: one with typed parameters would be compiled for each route at the start.
            RequestDelegate answer = context => AnswerAsync(context, operation);
            var sample = ApiCatalogue.Root + ApiSamples.OfRoutes.Fill(operation.Examples[0]);
            if (operation.FileType is not null)
            {
                RequestDelegate take = context => operation.Answer(new ApiCall(context, operation));
                routes.MapMethods(ApiCatalogue.Root + operation.Path, [HttpMethods.Post], take).WithMetadata(new AccessAttribute(AccessAttribute.Public, ApiCatalogue.Root + operation.Path) { Method = HttpMethods.Post }, new RequestSizeLimitAttribute(operation.MostBytes));
                continue;
            }

            routes.MapMethods(ApiCatalogue.Root + operation.Path, [HttpMethods.Get, HttpMethods.Head], answer).WithMetadata(new AccessAttribute(AccessAttribute.Public, sample));
        }
    }

    /// <summary>Checks what was asked, says that nothing changed where nothing did, and answers.</summary>
    public static Task AnswerAsync(HttpContext context, ApiOperation operation)
    {
        var call = new ApiCall(context, operation);
        return !call.Understand() ? call.RefuseAsync()
            : call.IsKnownToReader() ? call.SendNotModifiedAsync()
            : operation.Answer(call);
    }
}
