namespace MentorBot.Web;

/// <summary>Answers what went wrong: people get a friendly page, scripts get problem details (RFC 9457). Neither shows why.</summary>
internal static class Errors
{
    private const string Page = "/error";

    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseWhen(IsForPeople, pages => pages.UseExceptionHandler(Page).UseStatusCodePagesWithReExecute(Page));
        app.UseWhen(context => !IsForPeople(context), scripts => scripts.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            // What somebody sent wrongly is no fault of ours to report.
            SuppressDiagnosticsCallback = error => error.Exception is BadHttpRequestException,
        }));
    }

    private static bool IsForPeople(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
