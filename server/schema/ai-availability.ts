/** Switches of content for teammates: which assistants may answer from it. */
import Type from 'typebox'

export const aiAvailability = {
  ai_chatbot_availability: Type.Boolean({ description: 'True if the AI agent answers from it.' }),
  ai_copilot_availability: Type.Boolean({ description: 'True if the copilot of teammates answers from it.' }),
  ai_sales_agent_availability: Type.Boolean({ description: 'True if the sales agent answers from it.' }),
}

export const aiAvailabilityInput = {
  ai_chatbot_availability: Type.Optional(Type.Boolean({ description: 'True if the AI agent may answer from it.' })),
  ai_copilot_availability: Type.Optional(
    Type.Boolean({ description: 'True if the copilot of teammates may answer from it.' }),
  ),
  ai_sales_agent_availability: Type.Optional(
    Type.Boolean({ description: 'True if the sales agent may answer from it.' }),
  ),
}
