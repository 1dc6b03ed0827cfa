namespace MentorBot.Channels;

/// <summary>The rule of every door: nothing is acknowledged before it is stored.</summary>
internal static class Storing
{
    // Twilio waits 15 seconds (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides), others longer; a clear 503 is better than a lost answer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Waits until something is stored; if it cannot be, answers so that the provider tries again, which does no harm.</summary>
    /// <returns>Whether it is stored, and somebody still waits to hear so.</returns>
    public static async Task<bool> IsDoneAsync(HttpContext http, Task storing, ILogger log)
    {
        try
        {
            await storing.WaitAsync(LongestWait, TimeProvider.System, http.RequestAborted);
            return true;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more. The storing goes on, and a repeat will do no harm.
            return false;
        }
        catch (Exception error)
        {
            // Whatever failed, it is not known to be stored, so it is not acknowledged.
            log.NotStored(http.Request.Path, error.GetType().Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return false;
        }
    }
}
